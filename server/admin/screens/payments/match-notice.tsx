import { Radio, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { formatVnd } from '../../../../shared/money.ts'
import type { BankNotice, OpenTransfer } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { Form } from '../../parts/form.tsx'
import { useWords } from '../../words/words.ts'
import { useTransferWords } from './transfer-words.ts'

type Props = { notice: BankNotice; transfers: OpenTransfer[]; onClose: () => void }

/** The transfers it may be, those of the same amount first. */
export function MatchNotice({ notice: { id, amountVnd }, transfers, onClose }: Props) {
  const { money: words } = useWords()
  const { titleOf, underOf } = useTransferWords()
  const [chosen, choose] = useState('')
  const match = useAct(
    (paymentId: string) => answerOf(api['bank-notices'][':id'].match.$post({ param: { id }, json: { paymentId } })),
    { said: () => words.matched(formatVnd(amountVnd)), done: onClose },
  )
  const isSame = (transfer: OpenTransfer) => transfer.amountVnd === amountVnd
  const sorted = [...transfers.filter(isSame), ...transfers.filter((transfer) => !isSame(transfer))]
  return (
    <Form
      onSubmit={() => match.mutate(chosen)}
      busy={match.isPending}
      blocked={!sorted.some((transfer) => transfer.id === chosen)}
      submit={words.matchIt}
      onCancel={onClose}
    >
      {sorted.length === 0 ? (
        <Text size="sm">{words.noTransfers}</Text>
      ) : (
        <Radio.Group aria-label={words.match} value={chosen} onChange={choose}>
          <Stack gap={12}>
            {sorted.map((transfer) => (
              <Radio
                key={transfer.id}
                value={transfer.id}
                label={`${titleOf(transfer)} · ${formatVnd(transfer.amountVnd)}`}
                description={underOf(transfer).join(' · ')}
              />
            ))}
          </Stack>
        </Radio.Group>
      )}
    </Form>
  )
}
