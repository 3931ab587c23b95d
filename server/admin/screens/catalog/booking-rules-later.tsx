import { Stack, Switch, Text } from '@mantine/core'
import type { Settings } from '../../../../shared/catalog.ts'
import { CountInput } from '../../parts/amounts.tsx'
import { Chips } from '../../parts/chips.tsx'
import { useWords } from '../../words/words.ts'
import { SettingsSection } from './settings-section.tsx'
import type { SettingsDraft } from './use-settings-draft.ts'

type Acceptance = Settings['acceptance']
type WaitlistMode = Settings['waitlistMode']

/** Whether a booking is made at once, or waits for the shop. */
export function Accepting({ draft }: { draft: SettingsDraft }) {
  const words = useWords().settings
  const { acceptance } = draft.values
  return (
    <SettingsSection title={words.accepting}>
      <Choice
        label={words.accepting}
        value={acceptance}
        words={words.acceptance}
        hint={words.acceptanceHint[acceptance]}
        onChange={(chosen) => draft.set('acceptance', chosen as Acceptance)}
      />
      {acceptance === 'manual' && (
        <CountInput
          label={words.acceptMinutes}
          description={words.acceptMinutesHint}
          suffix={words.minutes}
          min={30}
          max={1440}
          {...draft.number('acceptMinutes')}
        />
      )}
      <CountInput label={words.hold} suffix={words.minutes} min={5} max={10} {...draft.number('holdMinutes')} />
    </SettingsSection>
  )
}

/** How a booking ends, and who has its time then. */
export function Cancelling({ draft }: { draft: SettingsDraft }) {
  const words = useWords().settings
  const { selfCancel, waitlistMode } = draft.values
  return (
    <SettingsSection title={words.cancelling}>
      <Switch label={words.selfCancel} description={words.selfCancelHint} {...draft.check('selfCancel')} />
      {selfCancel ? (
        <CountInput label={words.cancel} suffix={words.hoursUnit} {...draft.number('cancelHours')} />
      ) : (
        <span />
      )}
      <Choice
        label={words.waitlist}
        value={waitlistMode}
        words={words.waitlistModes}
        hint={words.waitlistHint[waitlistMode]}
        onChange={(chosen) => draft.set('waitlistMode', chosen as WaitlistMode)}
      />
      {waitlistMode === 'in_order' && (
        <CountInput label={words.offer} suffix={words.minutes} min={10} max={15} {...draft.number('offerMinutes')} />
      )}
    </SettingsSection>
  )
}

type ChoiceProps = {
  label: string
  value: string
  words: Record<string, string>
  hint: string
  onChange: (chosen: string) => void
}

const Choice = ({ label, value, words, hint, onChange }: ChoiceProps) => (
  <Stack gap={4}>
    <Chips
      label={label}
      value={value}
      onChange={onChange}
      choices={Object.entries(words).map(([each, said]) => ({ value: each, label: said }))}
    />
    <Text size="xs" c="dimmed">
      {hint}
    </Text>
  </Stack>
)
