import { MultiSelect, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Condition } from '../../../../shared/segments.ts'
import { answerOf, api } from '../../api.ts'
import { CountInput, MoneyInput } from '../../parts/amounts.tsx'
import { useWords } from '../../words/words.ts'
import { useProgramme } from '../loyalty/use-programme.ts'
import { choices, isNumber, type NumberCondition, numbers } from './rule-draft.ts'

type Props<Of> = { condition: Of; onChange: (condition: Condition) => void }

/** What a condition is compared with, by its kind. */
export function ConditionFields({ condition, onChange }: Props<Condition>) {
  if (isNumber(condition)) return <NumberFields condition={condition} onChange={onChange} />
  if (condition.field === 'wants_offers' || condition.field === 'on_zalo')
    return <YesOrNo condition={condition} onChange={onChange} />
  return (
    <>
      <Choice condition={condition} onChange={onChange} />
      {condition.field === 'service' && <ServiceChoice condition={condition} onChange={onChange} />}
      {condition.field === 'tier' && condition.is === 'of' && <TierChoice condition={condition} onChange={onChange} />}
      {condition.field === 'tag' && <TagInput condition={condition} onChange={onChange} />}
    </>
  )
}

function NumberFields({ condition, onChange }: Props<NumberCondition>) {
  const { segments: words } = useWords()
  const { unit } = numbers[condition.field]
  const shared = {
    ...{ 'aria-label': words.value, w: 130, value: condition.value },
    onChange: (typed: number | string) =>
      onChange({ ...condition, value: typeof typed === 'number' ? typed : 0 } as NumberCondition),
  }
  return (
    <>
      <Select
        aria-label={words.compare}
        w={130}
        allowDeselect={false}
        data={(['at_least', 'at_most'] as const).map((value) => ({ value, label: words.is[value] }))}
        value={condition.is}
        onChange={(is) => onChange({ ...condition, is: is as NumberCondition['is'] })}
      />
      {unit === 'vnd' ? (
        <MoneyInput {...shared} />
      ) : (
        <CountInput
          {...shared}
          suffix={words.units[unit]}
          min={unit === 'mark' ? 1 : 0}
          max={unit === 'mark' ? 5 : 36_500}
          clampBehavior="strict"
        />
      )}
    </>
  )
}

type Chosen = Extract<Condition, { field: keyof typeof choices }>

function Choice({ condition, onChange }: Props<Chosen>) {
  const { segments: words } = useWords()
  const labelOf = (is: keyof typeof words.is) =>
    condition.field === 'service' && is === 'never' ? words.serviceNever : words.is[is]
  return (
    <Select
      aria-label={words.compare}
      w={220}
      allowDeselect={false}
      data={[...new Set([...choices[condition.field], condition.is])].map((value) => ({
        value,
        label: labelOf(value),
      }))}
      value={condition.is}
      onChange={(is) => onChange({ ...condition, is } as Condition)}
    />
  )
}

function YesOrNo({ condition, onChange }: Props<Extract<Condition, { is: boolean }>>) {
  const { segments: words } = useWords()
  return (
    <Select
      aria-label={words.compare}
      w={130}
      allowDeselect={false}
      data={(['yes', 'no'] as const).map((value) => ({ value, label: words.is[value] }))}
      value={condition.is ? 'yes' : 'no'}
      onChange={(is) => onChange({ ...condition, is: is === 'yes' })}
    />
  )
}

function ServiceChoice({ condition, onChange }: Props<Extract<Condition, { field: 'service' }>>) {
  const { segments: words } = useWords()
  const services = useQuery({ queryKey: ['services'], queryFn: () => answerOf(api.services.$get()) })
  return (
    <MultiSelect
      aria-label={words.services}
      placeholder={condition.ids.length === 0 ? words.services : undefined}
      flex={1}
      miw={200}
      searchable
      maxValues={20}
      data={(services.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      value={condition.ids}
      onChange={(ids) => onChange({ ...condition, ids })}
      error={services.error?.message}
    />
  )
}

/** Levels by their names; one that the rules of points no longer have is said to be gone. */
function TierChoice({ condition, onChange }: Props<Extract<Condition, { field: 'tier' }>>) {
  const { segments: words } = useWords()
  const programme = useProgramme()
  const levels = programme.data?.rules.tiers.levels ?? []
  const gone = condition.ids.filter((id) => !levels.some((level) => level.id === id))
  return (
    <MultiSelect
      aria-label={words.tiers}
      placeholder={condition.ids.length > 0 ? undefined : words.tiers}
      w={300}
      maxValues={10}
      nothingFoundMessage={words.noTiers}
      data={[
        ...levels.map(({ id, name }) => ({ value: id, label: name })),
        ...(programme.data ? gone.map((id) => ({ value: id, label: words.tierGone })) : []),
      ]}
      value={condition.ids}
      onChange={(ids) => onChange({ ...condition, ids })}
      error={programme.error?.message}
    />
  )
}

function TagInput({ condition, onChange }: Props<Extract<Condition, { field: 'tag' }>>) {
  const { segments: words } = useWords()
  return (
    <TextInput
      aria-label={words.tag}
      placeholder={words.tag}
      maxLength={40}
      value={condition.tag}
      onChange={(event) => onChange({ ...condition, tag: event.currentTarget.value })}
    />
  )
}
