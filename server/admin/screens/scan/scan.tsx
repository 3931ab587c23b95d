import { Alert, Stack } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { answerOf, api, type Problem } from '../../api.ts'
import { Card } from '../../parts/card.tsx'
import { Page } from '../../parts/page.tsx'
import { useWords } from '../../words/words.ts'
import { FindVoucher } from '../offers/find-voucher.tsx'
import { Camera } from './camera.tsx'
import { type Found, FoundCustomer } from './found-customer.tsx'
import { TypedCode } from './typed-code.tsx'

/** Who stands at the desk: by their code before the camera, read out, or by their phone. */
export function ScanScreen() {
  const words = useWords()
  const [found, setFound] = useState<Found>()
  /** A camera sees the same code many times a second; asking once is enough. */
  const asked = useRef('')
  const scan = useMutation<Found, Problem, string>({
    mutationFn: async (code) => {
      const { customer, balance } = await answerOf(api.scans.$post({ json: { code } }))
      return { ...customer, balance, code }
    },
    onSuccess: setFound,
  })
  const read = (text: string) => {
    if (scan.isPending || text === asked.current) return
    asked.current = text
    scan.mutate(text)
  }
  const next = () => {
    asked.current = ''
    scan.reset()
    setFound(undefined)
  }

  return (
    <Page title={words.pages.scan}>
      <Stack gap={16} maw={480}>
        {found ? (
          <FoundCustomer customer={found} onNext={next} />
        ) : (
          <>
            {scan.error && (
              <Alert color="red" role="alert" icon={<IconAlertTriangle size={20} aria-hidden />}>
                {scan.error.message}
              </Alert>
            )}
            <Camera onRead={read} />
            <Card>
              <TypedCode busy={scan.isPending} onCode={scan.mutate} onFind={setFound} />
            </Card>
            <FindVoucher />
          </>
        )}
      </Stack>
    </Page>
  )
}
