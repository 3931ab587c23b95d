import { ColorInput, Select, SimpleGrid, Skeleton, Stack, TextInput, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Settings } from '../../../../shared/catalog.ts'
import { formatNumber, formatVnd } from '../../../../shared/money.ts'
import { displayPhone } from '../../../../shared/phone.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { CountInput, MoneyInput } from '../../parts/amounts.tsx'
import { Card } from '../../parts/card.tsx'
import { useDraft } from '../../parts/draft.ts'
import { Form } from '../../parts/form.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { useWords } from '../../words/words.ts'

export function SettingsScreen() {
  const words = useWords()
  const load = useQuery({ queryKey: ['settings'], queryFn: () => answerOf(api.settings.$get()) })
  return (
    <Page title={words.pages.settings}>
      <Loaded
        of={load}
        skeleton={
          <Stack gap={16}>
            <Skeleton h={280} />
            <Skeleton h={140} />
            <Skeleton h={240} />
          </Stack>
        }
      >
        {(settings) => <SettingsForm settings={settings} />}
      </Loaded>
    </Page>
  )
}

const counts = [
  'pointsUnitVnd',
  'leadMinutes',
  'horizonDays',
  'cancelHours',
  'maxOpenBookings',
  'adjustmentLimitPoints',
] as const
type Counts = (typeof counts)[number]
type Values = Omit<Settings, Counts> & Record<Counts, number | ''>

const grid = ['5', '10', '15', '20', '30', '60']

function SettingsForm({ settings }: { settings: Settings & { zone: string } }) {
  const words = useWords()
  const save = useAct(
    (values: Values) =>
      answerOf(
        api.settings.$put({
          json: {
            ...values,
            ...(Object.fromEntries(counts.map((count) => [count, values[count] || 0])) as Record<Counts, number>),
          },
        }),
      ),
    { said: () => words.settings.saved },
  )
  const { zone: _, ...kept } = settings
  const draft = useDraft<Values>({ ...kept, phone: displayPhone(kept.phone) }, save.error)
  const { pointsUnitVnd, slotMinutes } = draft.values
  const example = 250_000
  return (
    <Form onSubmit={() => save.mutate(draft.values)} busy={save.isPending}>
      <Section title={words.settings.shop}>
        <TextInput label={words.settings.shopName} maxLength={60} {...draft.text('name')} />
        <TextInput label={words.fields.phone} type="tel" {...draft.text('phone')} />
        <TextInput label={words.settings.address} maxLength={160} {...draft.text('address')} />
        <ColorInput
          label={words.settings.brandColor}
          description={words.settings.brandHint}
          format="hex"
          withEyeDropper={false}
          swatches={['#0F766E', '#1D4ED8', '#9D174D', '#B45309', '#6D28D9', '#334155']}
          {...draft.text('brandColor')}
        />
      </Section>
      <Section title={words.settings.points}>
        <MoneyInput
          label={words.settings.pointsUnit}
          description={
            pointsUnitVnd
              ? words.settings.pointsExample(formatVnd(example), formatNumber(Math.floor(example / pointsUnitVnd)))
              : undefined
          }
          {...draft.number('pointsUnitVnd')}
        />
        <CountInput
          label={words.settings.adjustmentLimit}
          description={words.settings.adjustmentLimitHint}
          {...draft.number('adjustmentLimitPoints')}
        />
      </Section>
      <Section title={words.settings.booking}>
        <Select
          label={words.settings.slot}
          description={words.settings.slotHint}
          allowDeselect={false}
          data={grid.map((minutes) => ({ value: minutes, label: words.minutes(Number(minutes)) }))}
          value={String(slotMinutes)}
          onChange={(minutes) => draft.set('slotMinutes', Number(minutes) as Settings['slotMinutes'])}
        />
        <CountInput label={words.settings.lead} suffix={words.settings.minutes} {...draft.number('leadMinutes')} />
        <CountInput label={words.settings.horizon} suffix={words.settings.daysUnit} {...draft.number('horizonDays')} />
        <CountInput label={words.settings.cancel} suffix={words.settings.hoursUnit} {...draft.number('cancelHours')} />
        <CountInput
          label={words.settings.maxOpen}
          suffix={words.settings.bookings}
          {...draft.number('maxOpenBookings')}
        />
      </Section>
    </Form>
  )
}

const Section = ({ title, children }: { title: string; children: ReactNode }) => (
  <Card>
    <Title order={2} mb={12}>
      {title}
    </Title>
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing={16}>
      {children}
    </SimpleGrid>
  </Card>
)
