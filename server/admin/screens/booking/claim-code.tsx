import { Button, Modal, Skeleton, Stack, Text } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconCopy } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { Visit } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useFormats } from '../../parts/formats.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { useWords } from '../../words/words.ts'
import css from './door-code.module.css'

type Props = { visit: Visit; opened: boolean; onClose: () => void }

/** The code with which somebody who gave no name takes the points of their visit. */
export function ClaimCode({ visit, opened, onClose }: Props) {
  const { claim } = useWords()
  return (
    <Modal opened={opened} onClose={onClose} title={claim.title}>
      <Code id={visit.id} />
    </Modal>
  )
}

function Code({ id }: { id: string }) {
  const { claim: words } = useWords()
  const { stamp } = useFormats()
  const clipboard = useClipboard()
  const load = useQuery({
    queryKey: ['claim-code', id],
    queryFn: () => answerOf(api.bookings[':id']['claim-code'].$get({ param: { id } })),
  })
  return (
    <Loaded of={load} skeleton={<Skeleton h={360} />}>
      {({ svg, url, until }) => (
        <Stack gap={12} align="center" ta="center">
          <img className={css.picture} src={`data:image/svg+xml,${encodeURIComponent(svg)}`} alt={words.picture} />
          <Text>{words.how}</Text>
          <Text size="sm" c="dimmed">
            {words.until(stamp(until))}
          </Text>
          <Button
            variant="default"
            leftSection={<IconCopy size={18} aria-hidden />}
            onClick={() => clipboard.copy(url)}
          >
            {clipboard.copied ? words.copied : words.copy}
          </Button>
        </Stack>
      )}
    </Loaded>
  )
}
