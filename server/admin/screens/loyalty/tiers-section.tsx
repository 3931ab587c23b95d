import { Group, MultiSelect, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { newId } from '../../../../shared/ids.ts'
import { answerOf, api, type Problem } from '../../api.ts'
import { CountInput } from '../../parts/amounts.tsx'
import { Card } from '../../parts/card.tsx'
import { Chips } from '../../parts/chips.tsx'
import type { useDraft } from '../../parts/draft.ts'
import { useWords } from '../../words/words.ts'
import { Rows } from '../catalog/rows.tsx'
import { type Gift, LevelFields } from './level-fields.tsx'
import type { LevelRow, TierValues } from './tiers-draft.ts'

type Draft = Pick<ReturnType<typeof useDraft<TierValues>>, 'values' | 'set' | 'number'>
type Props = { draft: Draft; problem: Problem | null; gifts: Gift[] }

/** Levels, what they count, and how somebody loses one. `gifts` are the offers that cost no points. */
export function TiersSection({ draft, problem, gifts }: Props) {
  const { tiers: words } = useWords()
  const { levels, tiersBy } = draft.values
  const blank = (): LevelRow => ({
    ...{ id: newId(), name: '', from: '', times: 1, welcomeOfferId: null, discountPercent: '' },
  })
  const isRising = levels.every(({ from }, i) => i === 0 || from === '' || from > (levels[i - 1]!.from || 0))
  return (
    <Card>
      <Title order={2}>{words.title}</Title>
      <Text size="sm" c="dimmed" mb={12}>
        {words.hint}
      </Text>
      <Stack gap={16}>
        {levels.length > 0 && <HowCounted draft={draft} />}
        <Rows
          rows={levels}
          onChange={(rows) => draft.set('levels', rows)}
          blank={blank}
          most={10}
          add={words.add}
          remove={({ name }) => words.remove(name)}
          errorOf={(i) => (problem?.field?.startsWith(`tiers.levels.${i}`) ? problem.message : undefined)}
        >
          {(row, change) => <LevelFields row={row} change={change} by={tiersBy} gifts={gifts} />}
        </Rows>
        {!isRising && (
          <Text size="sm" c="var(--bad)" role="alert">
            {words.notRising}
          </Text>
        )}
      </Stack>
    </Card>
  )
}

function HowCounted({ draft }: Pick<Props, 'draft'>) {
  const { tiers: words, settings } = useWords()
  const { tiersBy, tiersWindow, tiersDowngrade } = draft.values
  return (
    <>
      <Chips
        label={words.by}
        value={tiersBy}
        onChange={(by) => draft.set('tiersBy', by as typeof tiersBy)}
        choices={choicesOf(words.bys)}
      />
      <Choice
        label={words.window}
        value={tiersWindow}
        onChange={(window) => draft.set('tiersWindow', window)}
        names={words.windows}
        hints={words.windowHints}
      />
      <Choice
        label={words.downgrade}
        value={tiersDowngrade}
        onChange={(downgrade) => draft.set('tiersDowngrade', downgrade)}
        names={words.downgrades}
        hints={words.downgradeHints}
      />
      <Excluded draft={draft} />
      {tiersDowngrade !== 'none' && (
        <Group grow align="flex-start" maw={640}>
          <CountInput
            label={words.grace}
            description={words.graceHint}
            suffix={settings.daysUnit}
            max={90}
            {...draft.number('tiersGraceDays')}
          />
          <CountInput
            label={words.warn}
            description={words.warnHint}
            suffix={settings.daysUnit}
            max={90}
            {...draft.number('tiersWarnDays')}
          />
        </Group>
      )}
    </>
  )
}

/** Services that count for no level (L-27). */
function Excluded({ draft }: Pick<Props, 'draft'>) {
  const { tiers: words } = useWords()
  const services = useQuery({ queryKey: ['services'], queryFn: () => answerOf(api.services.$get()) }).data ?? []
  return (
    <MultiSelect
      label={words.excluded}
      description={words.excludedHint}
      data={services.map(({ id, name }) => ({ value: id, label: name }))}
      value={draft.values.tiersExcluded}
      onChange={(ids) => draft.set('tiersExcluded', ids)}
      maw={640}
    />
  )
}

const choicesOf = (names: Record<string, string>) => Object.entries(names).map(([value, label]) => ({ value, label }))

type ChoiceProps<Of extends string> = {
  label: string
  value: Of
  onChange: (value: Of) => void
  names: Record<Of, string>
  hints: Record<Of, string>
}

/** One of a few, with what the chosen one means. */
const Choice = <Of extends string>({ label, value, onChange, names, hints }: ChoiceProps<Of>) => (
  <div>
    <Chips label={label} value={value} onChange={(chosen) => onChange(chosen as Of)} choices={choicesOf(names)} />
    <Text size="sm" c="dimmed" mt={4}>
      {hints[value]}
    </Text>
  </div>
)
