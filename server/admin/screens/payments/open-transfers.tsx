import { Button, Group, Text } from '@mantine/core'
import { formatVnd } from '../../../../shared/money.ts'
import type { OpenTransfer } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { Entry } from '../../parts/entry.tsx'
import { useWords } from '../../words/words.ts'
import { Section } from './section.tsx'
import { useTransferWords } from './transfer-words.ts'

/** Transfers that are waited for, and money that came and has paid for nothing yet. */
export function OpenTransfers({ transfers }: { transfers: OpenTransfer[] }) {
  const { money: words } = useWords()
  const open = transfers.filter(({ state }) => state !== 'dropped')
  return (
    <Section title={words.transfers}>
      {open.length === 0 && <Text size="sm">{words.noOpen}</Text>}
      {open.map((transfer) => (
        <OneTransfer key={transfer.id} transfer={transfer} />
      ))}
    </Section>
  )
}

function OneTransfer({ transfer }: { transfer: OpenTransfer }) {
  const { money: words } = useWords()
  const { titleOf, underOf } = useTransferWords()
  const { id, memo, state, amountVnd } = transfer
  const drop = useAct(() => answerOf(api.payments[':id'].drop.$post({ param: { id } })), {
    said: () => words.droppedIt(memo ?? ''),
  })
  return (
    <>
      <Entry title={titleOf(transfer)} value={formatVnd(amountVnd)} under={underOf(transfer)} />
      {state === 'awaited' && (
        <Group justify="flex-end" mb={12}>
          <Button variant="default" loading={drop.isPending} onClick={() => drop.mutate(undefined)}>
            {words.drop}
          </Button>
        </Group>
      )}
    </>
  )
}
