import { Group, SimpleGrid, Stack, Text, VisuallyHidden } from '@mantine/core'
import type { InferResponseType } from 'hono/client'
import { formatNumber, formatVnd } from '../../../../shared/money.ts'
import type { api } from '../../api.ts'
import { useFormats } from '../../parts/formats.ts'
import { Person } from '../../parts/person.tsx'
import { useWords } from '../../words/words.ts'
import { signed } from './signed.ts'
import css from './statement.module.css'

export type Simulated = InferResponseType<(typeof api)['programme']['simulate']['$post'], 200>

/** What other rules would have given, beside what was earned; who gains and who loses by them. */
export function SimulationOutcome({ outcome }: { outcome: Simulated }) {
  const { simulation } = useWords()
  const { date } = useFormats()
  const { visits, customers, from, winners, losers, greatest } = outcome
  if (visits === 0) return <Text size="sm">{simulation.none}</Text>
  return (
    <Stack gap={12}>
      <Text size="sm">{simulation.basis(formatNumber(visits), formatNumber(customers), date(from))}</Text>
      <Beside outcome={outcome} />
      {winners + losers === 0 ? (
        <Text size="sm">{simulation.same}</Text>
      ) : (
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing={16}>
          <Side title={simulation.winners(formatNumber(winners))} people={greatest.winners} />
          <Side title={simulation.losers(formatNumber(losers))} people={greatest.losers} />
        </SimpleGrid>
      )}
      <Text size="xs" c="dimmed">
        {simulation.owedHow} {simulation.aside}
      </Text>
    </Stack>
  )
}

function Beside({ outcome: { points, costVnd, liability } }: { outcome: Simulated }) {
  const { simulation } = useWords()
  const isPriced = [costVnd, liability].some((of) => of.now + of.instead > 0)
  const lines = [
    { label: simulation.points, of: points, format: formatNumber },
    ...(isPriced
      ? [
          { label: simulation.cost, of: costVnd, format: formatVnd },
          { label: simulation.owed, of: liability, format: formatVnd },
        ]
      : []),
  ]
  return (
    <table className={css.statement}>
      <thead>
        <tr>
          <th scope="col">
            <VisuallyHidden>{simulation.what}</VisuallyHidden>
          </th>
          <th scope="col">{simulation.now}</th>
          <th scope="col">{simulation.instead}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ label, of, format }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{format(of.now)}</td>
            <td>{format(of.instead)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type SideProps = { title: string; people: Simulated['greatest']['winners'] }

function Side({ title, people }: SideProps) {
  const { simulation, points } = useWords()
  return (
    <section aria-label={title}>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      {people.length > 0 && (
        <Text size="xs" c="dimmed" mb={4}>
          {simulation.greatest}
        </Text>
      )}
      {people.map(({ customerId, name, difference }) => (
        <Group key={customerId} justify="space-between" wrap="nowrap" gap={8} fz={14} py={4}>
          <Person customer={{ id: customerId, name }} />
          <span>{points(signed(difference))}</span>
        </Group>
      ))}
    </section>
  )
}
