import { Select, Switch } from '@mantine/core'
import type { Settings } from '../../../../shared/catalog.ts'
import { CountInput } from '../../parts/amounts.tsx'
import { DayInput } from '../../parts/day-input.tsx'
import { Form } from '../../parts/form.tsx'
import { useFormats } from '../../parts/formats.ts'
import { useWords } from '../../words/words.ts'
import type { ShopSettings } from './answers.ts'
import { Accepting, Cancelling } from './booking-rules-later.tsx'
import { Depositing } from './deposit-rules.tsx'
import { SettingsSection } from './settings-section.tsx'
import { type SettingsDraft, useSettingsDraft } from './use-settings-draft.ts'

/** The rules that bind shoppers; the desk may go beyond them. */
export function BookingRules({ settings }: { settings: ShopSettings }) {
  const { draft, busy, onSubmit } = useSettingsDraft(settings)
  return (
    <Form onSubmit={onSubmit} busy={busy}>
      <When draft={draft} />
      <Limits draft={draft} />
      <Accepting draft={draft} />
      <Cancelling draft={draft} />
      <Depositing draft={draft} />
    </Form>
  )
}

const grid = ['5', '10', '15', '20', '30', '60']

function When({ draft }: { draft: SettingsDraft }) {
  const words = useWords()
  const { today } = useFormats()
  const { slotMinutes, bookableUntil } = draft.values
  return (
    <SettingsSection title={words.settings.when}>
      <CountInput label={words.settings.lead} suffix={words.settings.minutes} {...draft.number('leadMinutes')} />
      <CountInput label={words.settings.horizon} suffix={words.settings.daysUnit} {...draft.number('horizonDays')} />
      <Select
        label={words.settings.slot}
        description={words.settings.slotHint}
        allowDeselect={false}
        data={grid.map((minutes) => ({ value: minutes, label: words.minutes(Number(minutes)) }))}
        value={String(slotMinutes)}
        onChange={(minutes) => draft.set('slotMinutes', Number(minutes) as Settings['slotMinutes'])}
      />
      <Switch
        label={words.settings.buffersInside}
        description={words.settings.buffersInsideHint}
        {...draft.check('buffersInsideHours')}
      />
      <Switch
        label={words.settings.lastDay}
        description={words.settings.lastDayHint}
        checked={bookableUntil !== null}
        onChange={(event) => draft.set('bookableUntil', event.currentTarget.checked ? today : null)}
      />
      {bookableUntil !== null && (
        <DayInput
          label={words.settings.until}
          value={bookableUntil}
          onChange={(day) => draft.set('bookableUntil', day)}
          error={draft.errorOf('bookableUntil')}
        />
      )}
    </SettingsSection>
  )
}

function Limits({ draft }: { draft: SettingsDraft }) {
  const words = useWords().settings
  return (
    <SettingsSection title={words.limits}>
      <CountInput label={words.maxOpen} suffix={words.bookings} {...draft.number('maxOpenBookings')} />
      <CountInput
        label={words.maxPerDay}
        description={words.noLimitHint}
        placeholder={words.noLimit}
        suffix={words.visits}
        {...draft.number('maxPerDay')}
      />
      <CountInput
        label={words.series}
        description={words.seriesHint}
        suffix={words.bookings}
        max={12}
        {...draft.number('seriesMost')}
      />
    </SettingsSection>
  )
}
