import { Chip, Group, Input, Select, Stack, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Problem } from '../../api.ts'
import { answerOf, api } from '../../api.ts'
import { CountInput, MoneyInput } from '../../parts/amounts.tsx'
import { useWords } from '../../words/words.ts'
import { useSegmentName } from '../segments/use-segment-name.ts'
import { useSegments } from '../segments/use-segments.ts'
import type { AudienceKind, Kind, OfferDraft } from './offer-draft.ts'
import { OfferLimits } from './offer-limits.tsx'

type Props = { draft: OfferDraft; problem: Problem | null }

/** What every offer is asked: its name, what it gives, for how many points, for whom. The rest waits in a section. */
export function OfferFields({ draft, problem }: Props) {
  const words = useWords()
  const { offers } = words
  return (
    <Stack gap={16}>
      <KindChips draft={draft} />
      <TextInput
        label={words.fields.name}
        description={offers.nameHint}
        maxLength={80}
        data-autofocus
        {...draft.text('name')}
      />
      <KindFields draft={draft} />
      <Group grow align="flex-start">
        <CountInput
          label={offers.pointsCost}
          description={offers.pointsHint}
          suffix={words.programme.pointsUnit}
          max={1_000_000}
          {...draft.number('pointsCost')}
        />
        <CountInput
          label={offers.perPerson}
          description={words.settings.noLimitHint}
          placeholder={offers.noLimit}
          suffix={offers.turns}
          {...draft.number('perPerson')}
        />
      </Group>
      <AudienceFields draft={draft} />
      <Textarea label={offers.conditions} autosize minRows={2} maxLength={1000} {...draft.text('words')} />
      <OfferLimits draft={draft} problem={problem} />
    </Stack>
  )
}

function KindChips({ draft }: { draft: OfferDraft }) {
  const { offers } = useWords()
  return (
    <Input.Wrapper label={offers.kind} role="radiogroup" aria-label={offers.kind} labelElement="div">
      <Group gap={8} mt={4}>
        {Object.entries(offers.kinds).map(([kind, label]) => (
          <Chip
            key={kind}
            type="radio"
            variant="outline"
            checked={draft.values.kind === kind}
            onChange={() => draft.set('kind', kind as Kind)}
          >
            {label}
          </Chip>
        ))}
      </Group>
    </Input.Wrapper>
  )
}

function KindFields({ draft }: { draft: OfferDraft }) {
  const { offers } = useWords()
  const { kind } = draft.values
  if (kind === 'amount')
    return <MoneyInput label={offers.amount} min={1000} step={1000} {...draft.number('amountVnd')} />
  if (kind === 'percent')
    return (
      <Group grow align="flex-start">
        <CountInput label={offers.percent} suffix=" %" min={1} max={100} {...draft.number('percent')} />
        <MoneyInput label={offers.most} min={1000} {...draft.number('mostVnd')} />
      </Group>
    )
  if (kind === 'free_service') return <ServiceFields draft={draft} />
  return <MoneyInput label={offers.cost} description={offers.costHint} {...draft.number('costVnd')} />
}

function ServiceFields({ draft }: { draft: OfferDraft }) {
  const { offers } = useWords()
  const services = useQuery({ queryKey: ['services'], queryFn: () => answerOf(api.services.$get()) })
  return (
    <Group grow align="flex-start">
      <Select
        label={offers.service}
        searchable
        allowDeselect={false}
        data={(services.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={draft.values.serviceId || null}
        onChange={(serviceId) => draft.set('serviceId', serviceId ?? '')}
        error={draft.errorOf('serviceId') ?? (services.error ? services.error.message : undefined)}
      />
      <MoneyInput label={offers.mostOptional} min={1000} placeholder={offers.noLimit} {...draft.number('mostVnd')} />
    </Group>
  )
}

function AudienceFields({ draft }: { draft: OfferDraft }) {
  const { offers } = useWords()
  const { audience, tierIds } = draft.values
  const choices = Object.entries(offers.audience).filter(([kind]) => kind !== 'tiers' || tierIds.length > 0)
  return (
    <Stack gap={8}>
      <Select
        label={offers.who}
        allowDeselect={false}
        data={choices.map(([value, label]) => ({ value, label }))}
        value={audience}
        onChange={(kind) => draft.set('audience', kind as AudienceKind)}
      />
      {audience === 'returning' && (
        <CountInput label={offers.visits} suffix={offers.visitsUnit} min={1} max={1000} {...draft.number('visits')} />
      )}
      {audience === 'away' && (
        <CountInput label={offers.days} suffix={offers.daysUnit} min={7} max={3650} {...draft.number('days')} />
      )}
      {audience === 'segment' && <SegmentSelect draft={draft} />}
    </Stack>
  )
}

function SegmentSelect({ draft }: { draft: OfferDraft }) {
  const { segments: words } = useWords()
  const nameOf = useSegmentName()
  const load = useSegments()
  return (
    <Select
      label={words.segment}
      allowDeselect={false}
      data={(load.data?.segments ?? []).map((segment) => ({ value: segment.id, label: nameOf(segment) }))}
      value={draft.values.segmentId || null}
      onChange={(id) => draft.set('segmentId', id ?? '')}
      error={load.error?.message}
    />
  )
}
