import { Select, Stack, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { newId } from '../../../../shared/ids.ts'
import { formatNumber, formatVnd } from '../../../../shared/money.ts'
import type { Problem } from '../../api.ts'
import { answerOf, api } from '../../api.ts'
import { CountInput, MoneyInput } from '../../parts/amounts.tsx'
import { Card } from '../../parts/card.tsx'
import { useFormats } from '../../parts/formats.ts'
import { useWords } from '../../words/words.ts'
import { Rows, rowError } from '../catalog/rows.tsx'
import { SettingsSection } from '../catalog/settings-section.tsx'
import { estimateOf } from './estimate.ts'
import { PartTitle } from './part-title.tsx'
import { type ProgrammeDraft, programmeOf, type ServiceRow } from './programme-draft.ts'

export type SectionProps = { draft: ProgrammeDraft; problem: Problem | null }

export function EarningSection({ draft }: SectionProps) {
  const { programme: words } = useWords()
  return (
    <SettingsSection title={words.parts.earning}>
      <MoneyInput label={words.unit} {...draft.number('unitVnd')} />
      <CountInput
        label={words.perUnit}
        suffix={words.pointsUnit}
        max={10_000}
        {...draft.number('pointsPerUnit')}
        description={<Example draft={draft} />}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
      />
      <MoneyInput label={words.least} description={words.leastHint} {...draft.number('leastVnd')} />
      <TextInput label={words.pointName} maxLength={20} {...draft.text('pointName')} />
      <CountInput label={words.visitPoints} suffix={words.pointsUnit} {...draft.number('visitPoints')} />
      <MoneyInput label={words.visitLeast} {...draft.number('visitLeastVnd')} />
    </SettingsSection>
  )
}

const exampleVnd = 250_000

/** What a bill of today would earn by what is typed just now. */
function Example({ draft }: { draft: ProgrammeDraft }) {
  const { programme: words } = useWords()
  const { zone } = useFormats()
  if (!draft.values.unitVnd) return null
  const plain = { ...programmeOf(draft.values), campaigns: [] }
  const example = { paidVnd: exampleVnd, parts: [], at: new Date(), tier: undefined }
  const points = estimateOf(plain, example, zone)
  return (
    <Text span size="sm" fw={500} c="var(--mantine-color-brand-text)" aria-live="polite">
      {words.example(formatVnd(exampleVnd), formatNumber(points))}
    </Text>
  )
}

export function ServicesSection({ draft, problem }: SectionProps) {
  const { programme: words } = useWords()
  const services = useQuery({ queryKey: ['services'], queryFn: () => answerOf(api.services.$get()) }).data ?? []
  const { values } = draft
  const named = (serviceId: string) => services.find(({ id }) => id === serviceId)?.name ?? words.unnamed
  const free = services.filter(({ id }) => !values.services.some(({ serviceId }) => serviceId === id))
  return (
    <Card>
      <PartTitle title={words.parts.services} hint={words.servicesHint} />
      <Rows
        rows={values.services}
        onChange={(rows) => draft.set('services', rows)}
        blank={(): ServiceRow => ({ id: newId(), serviceId: free[0]?.id ?? '', points: 0 })}
        most={Math.min(200, services.length)}
        add={words.addService}
        remove={({ serviceId }) => words.removeService(named(serviceId))}
        errorOf={rowError(problem, 'services')}
      >
        {(row, change) => (
          <Stack gap={4}>
            <Select
              aria-label={words.service}
              allowDeselect={false}
              searchable
              data={[{ value: row.serviceId, label: named(row.serviceId) }, ...free.map(choiceOf)]}
              value={row.serviceId}
              onChange={(serviceId) => serviceId && change({ serviceId })}
            />
            <CountInput
              aria-label={`${words.perUnit}: ${named(row.serviceId)}`}
              suffix={words.pointsUnit}
              value={row.points}
              onChange={(typed) => change({ points: typeof typed === 'number' ? typed : '' })}
            />
          </Stack>
        )}
      </Rows>
    </Card>
  )
}

const choiceOf = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name })

export function CapsSection({ draft }: SectionProps) {
  const { programme: words } = useWords()
  return (
    <Card>
      <PartTitle title={words.parts.caps} hint={words.capsHint} />
      <Stack gap={12} maw={420}>
        {(['visit', 'day', 'month'] as const).map((cap) => (
          <CountInput
            key={cap}
            label={words.caps[cap]}
            placeholder={words.noCap}
            suffix={words.pointsUnit}
            {...draft.number(({ visit: 'capVisit', day: 'capDay', month: 'capMonth' } as const)[cap])}
          />
        ))}
      </Stack>
    </Card>
  )
}
