import { Button, Group, Stack, Text } from '@mantine/core'
import { formatVnd } from '../../../../shared/money.ts'
import { MoneyInput } from '../../parts/amounts.tsx'
import { useWords } from '../../words/words.ts'

type Props = { dueVnd: number; value: number | ''; onChange: (vnd: number | '') => void }

/** What people are likely to hand over: notes that reach the sum, smallest first. */
const likely = (dueVnd: number) =>
  [...new Set([50_000, 100_000, 200_000, 500_000].map((note) => Math.ceil(dueVnd / note) * note))]
    .filter((vnd) => vnd > dueVnd)
    .slice(0, 3)

/** What the customer hands over, and what goes back; nothing typed is the exact sum. */
export function CashGiven({ dueVnd, value, onChange }: Props) {
  const { sale: words } = useWords()
  const backVnd = value === '' ? 0 : value - dueVnd
  return (
    <Stack gap={8}>
      <MoneyInput
        label={words.given}
        placeholder={words.exact}
        value={value}
        onChange={(typed) => onChange(typeof typed === 'number' ? typed : '')}
      />
      <Group gap={8}>
        {likely(dueVnd).map((vnd) => (
          <Button key={vnd} variant="default" size="xs" onClick={() => onChange(vnd)}>
            {formatVnd(vnd)}
          </Button>
        ))}
      </Group>
      <Text fw={600} fz={20} aria-live="polite" c={backVnd < 0 ? 'var(--bad)' : undefined}>
        {backVnd > 0 ? words.change(formatVnd(backVnd)) : backVnd < 0 ? words.tooLittle(formatVnd(-backVnd)) : ''}
      </Text>
    </Stack>
  )
}
