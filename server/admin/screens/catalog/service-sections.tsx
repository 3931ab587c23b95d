import { Accordion, Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { Problem } from '../../api.ts'
import { useWords } from '../../words/words.ts'
import { DoneBy } from './done-by.tsx'
import { OptionRows } from './option-rows.tsx'
import { depositSum, ServiceDeposit } from './service-deposit.tsx'
import type { ServiceDraft } from './service-draft.ts'
import { ServiceGaps } from './service-gaps.tsx'
import { ServiceNeeds } from './service-needs.tsx'
import { ServiceRules } from './service-rules.tsx'
import { useResources } from './use-catalog.ts'
import { useStaffMembers } from './use-staff-members.ts'

type Part = keyof ReturnType<typeof useWords>['services']['parts']
type Section = { part: Part; fields: string[]; sum: string; body: ReactNode }
type Props = { draft: ServiceDraft; problem: Problem | null }

/** Closed, each says what is in it; one that the server refused opens by itself. */
export function ServiceSections({ draft, problem }: Props) {
  const words = useWords()
  const [opened, setOpened] = useState<string[]>([])
  const sections = useSections(draft, problem)
  const refused = sections.find(({ fields }) => fields.includes(problem?.field?.split('.')[0] ?? ''))?.part
  const [seen, setSeen] = useState(problem)
  if (problem !== seen) {
    setSeen(problem)
    if (refused) setOpened([...new Set([...opened, refused])])
  }
  return (
    <Accordion
      multiple
      variant="separated"
      value={opened}
      onChange={setOpened}
      styles={{ item: { background: 'var(--ground)', border: 0 } }}
    >
      {sections.map(({ part, sum, body }) => (
        <Accordion.Item key={part} value={part}>
          <Accordion.Control>
            <Text size="sm" fw={500}>
              {words.services.parts[part]}
            </Text>
            <Text size="xs" c={part === refused ? 'var(--bad)' : 'dimmed'} lineClamp={1}>
              {sum}
            </Text>
          </Accordion.Control>
          <Accordion.Panel>{body}</Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  )
}

function useSections(draft: ServiceDraft, problem: Problem | null): Section[] {
  const words = useWords()
  const { values } = draft
  const people = new Map(useStaffMembers().data?.map(({ id, name }) => [id, name]))
  const things = new Map(useResources().data?.map(({ id, name }) => [id, name]))
  const { none } = words.services
  const named = (names: (string | undefined)[]) => names.filter(Boolean).join(', ') || none
  const waits = values.gaps.reduce((sum, gap) => sum + (gap.minutes || 0), 0)
  const { aroundSum, rulesSum, everybody, nobody } = words.services
  const depositProblem = problem?.field?.startsWith('deposit') ? problem.message : undefined
  const who = named(values.doneBy.map(({ staffId }) => people.get(staffId)))
  return [
    {
      part: 'variants',
      fields: ['variants'],
      sum: named(values.variants.map(({ name }) => name)),
      body: <OptionRows draft={draft} field="variants" problem={problem} />,
    },
    {
      part: 'addons',
      fields: ['addons'],
      sum: named(values.addons.map(({ name }) => name)),
      body: <OptionRows draft={draft} field="addons" problem={problem} />,
    },
    {
      part: 'around',
      fields: ['bufferBeforeMinutes', 'bufferAfterMinutes', 'gaps'],
      sum: aroundSum(values.bufferBeforeMinutes || 0, values.bufferAfterMinutes || 0, waits),
      body: <ServiceGaps draft={draft} problem={problem} />,
    },
    {
      part: 'who',
      fields: ['doneBy'],
      sum: values.everybody ? everybody : values.doneBy.length ? who : nobody,
      body: <DoneBy draft={draft} problem={problem} />,
    },
    {
      part: 'needs',
      fields: ['needs'],
      sum: named(values.needs.map(({ resourceId, quantity }) => (quantity ? things.get(resourceId) : undefined))),
      body: <ServiceNeeds draft={draft} problem={problem} />,
    },
    {
      part: 'rules',
      fields: ['groupSize', 'leadMinutes'],
      sum: rulesSum(values.groupSize || 1, values.leadMinutes === '' ? null : values.leadMinutes),
      body: <ServiceRules draft={draft} />,
    },
    {
      part: 'deposit',
      fields: ['deposit'],
      sum: depositSum(values, words.deposits),
      body: <ServiceDeposit draft={draft} problem={depositProblem} />,
    },
  ]
}
