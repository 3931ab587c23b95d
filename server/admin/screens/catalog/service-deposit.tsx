import { Stack, Text } from '@mantine/core'
import { formatVnd } from '../../../../shared/money.ts'
import { CountInput, MoneyInput } from '../../parts/amounts.tsx'
import { Chips } from '../../parts/chips.tsx'
import { useWords, type Words } from '../../words/words.ts'
import { CannotAsk } from './cannot-ask.tsx'
import type { DepositKind, ServiceDraft, ServiceValues } from './service-draft.ts'

/** In one line what a service asks for ahead. */
export function depositSum({ depositKind, depositVnd, depositPercent }: ServiceValues, { sums }: Words['deposits']) {
  if (depositKind === 'fixed') return sums.fixed(formatVnd(depositVnd || 0))
  return depositKind === 'percent' ? sums.percent(depositPercent || 0) : sums[depositKind]
}

/** What is paid before a visit is agreed: nothing, so much, a part, or all. */
export function ServiceDeposit({ draft, problem }: { draft: ServiceDraft; problem: string | undefined }) {
  const words = useWords().deposits
  const { depositKind } = draft.values
  return (
    <Stack gap={12}>
      <Text size="xs" c="dimmed">
        {words.why}
      </Text>
      <Chips
        label={words.kind}
        value={depositKind}
        choices={Object.entries(words.kinds).map(([value, label]) => ({ value, label }))}
        onChange={(kind) => draft.set('depositKind', kind as DepositKind)}
      />
      {depositKind === 'fixed' && <MoneyInput label={words.amount} {...draft.number('depositVnd')} error={problem} />}
      {depositKind === 'percent' && (
        <CountInput label={words.percent} suffix="%" max={99} {...draft.number('depositPercent')} error={problem} />
      )}
      {depositKind !== 'none' && <CannotAsk />}
    </Stack>
  )
}
