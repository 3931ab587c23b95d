import { Button, Checkbox, Stack, Text } from '@mantine/core'
import { formatNumber, formatVnd } from '../../../../shared/money.ts'
import type { SoldPackage } from '../../answers.ts'
import { MoneyInput } from '../../parts/amounts.tsx'
import { useWords } from '../../words/words.ts'

type Part = { serviceId: string; priceVnd: number }

/** What chosen packages cover of a bill; all parts covered, and nothing is due. The server reckons for real. */
export function coveredBy(chosen: SoldPackage[], parts: Part[], dueVnd: number) {
  const left = [...parts]
  for (const { serviceId } of chosen) {
    const i = left.findIndex((part) => part.serviceId === serviceId)
    if (i >= 0) left.splice(i, 1)
  }
  const total = (some: Part[]) => some.reduce((sum, { priceVnd }) => sum + priceVnd, 0)
  return { coveredVnd: left.length === 0 ? dueVnd : Math.min(dueVnd, total(parts) - total(left)), parts: left }
}

/** Packages with a session left for a service of this visit. */
export const usableOn = (packages: SoldPackage[], parts: Part[]) =>
  packages.filter(
    ({ left, frozenAt, serviceId }) => left > 0 && !frozenAt && parts.some((part) => part.serviceId === serviceId),
  )

type PackagesProps = {
  packages: SoldPackage[]
  chosen: string[]
  parts: Part[]
  onChange: (ids: string[]) => void
  error?: string
}

/** A session of each chosen package pays for one service; what finds no service any more cannot be chosen. */
export function PackagesField({ packages, chosen, parts, onChange, error }: PackagesProps) {
  const { billWallets: words } = useWords()
  if (packages.length === 0) return null
  const { parts: left } = coveredBy(
    packages.filter(({ id }) => chosen.includes(id)),
    parts,
    0,
  )
  return (
    <Checkbox.Group label={words.packages} value={chosen} onChange={onChange} error={error}>
      <Stack gap={4} mt={4}>
        {packages.map(({ id, name, left: sessions, serviceId }) => (
          <Checkbox
            key={id}
            value={id}
            label={words.session(name, formatNumber(sessions))}
            disabled={!chosen.includes(id) && left.every((part) => part.serviceId !== serviceId)}
            styles={{ body: { minHeight: 44, alignItems: 'center' } }}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  )
}

type CreditProps = {
  balanceVnd: number
  dueVnd: number
  value: number | ''
  onChange: (vnd: number | '') => void
  error?: string
}

/** As much of the wallet as the customer likes; one touch takes all that the bill takes. */
export function CreditField({ balanceVnd, dueVnd, value, onChange, error }: CreditProps) {
  const { billWallets: words } = useWords()
  if (balanceVnd === 0 || (dueVnd <= 0 && !value)) return null
  const mostVnd = Math.max(0, Math.min(balanceVnd, dueVnd))
  return (
    <Stack gap={4}>
      <MoneyInput
        label={words.credit}
        description={words.creditHas(formatVnd(balanceVnd))}
        step={10_000}
        value={value}
        onChange={(typed) => onChange(typeof typed === 'number' ? typed : '')}
        error={error ?? ((value || 0) > mostVnd ? words.creditTooMuch : undefined)}
      />
      {value !== mostVnd && mostVnd > 0 && (
        <Button variant="light" size="xs" w="fit-content" onClick={() => onChange(mostVnd)}>
          {words.creditAll(formatVnd(mostVnd))}
        </Button>
      )}
    </Stack>
  )
}

/** Where the wallets of the customer could not be loaded. */
export const NoWallets = () => {
  const { billWallets: words } = useWords()
  return (
    <Text size="sm" c="var(--warn)">
      {words.missing}
    </Text>
  )
}
