import { Text } from '@mantine/core'
import { formatVnd } from '../../../../shared/money.ts'
import type { Visit } from '../../answers.ts'
import { Entry } from '../../parts/entry.tsx'
import { useFormats } from '../../parts/formats.ts'
import { Tag } from '../../parts/tag.tsx'
import { useWords } from '../../words/words.ts'
import { VisitActs } from '../booking/visit-acts.tsx'
import { toneOf } from '../booking/visits.ts'

export function CustomerVisits({ visits }: { visits: Visit[] }) {
  const words = useWords()
  const { stamp } = useFormats()
  if (visits.length === 0) return <Text size="sm">{words.customers.noVisits}</Text>
  return visits.map((visit) => (
    <Entry
      key={visit.id}
      title={visit.serviceName}
      value={<Tag tone={toneOf[visit.status]}>{words.today.status[visit.status]}</Tag>}
      under={[
        stamp(visit.startsAt),
        words.today.with(visit.staffName),
        visit.paidVnd === null ? undefined : formatVnd(visit.paidVnd),
      ]}
    >
      <VisitActs visit={visit} />
    </Entry>
  ))
}
