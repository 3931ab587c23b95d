import { Stack, Switch, Text } from '@mantine/core'
import { CountInput } from '../../parts/amounts.tsx'
import { useWords } from '../../words/words.ts'
import { CannotAsk } from './cannot-ask.tsx'
import { SettingsSection } from './settings-section.tsx'
import type { SettingsDraft } from './use-settings-draft.ts'

/** How long a deposit is waited for, and who pays one though the service asks for none. */
export function Depositing({ draft }: { draft: SettingsDraft }) {
  const { deposits: words, settings } = useWords()
  const { riskNoShows, riskDays, riskPercent } = draft.values
  const isOn = riskNoShows !== null
  return (
    <SettingsSection title={words.title}>
      <Stack gap={8}>
        <CountInput
          label={words.minutes}
          description={words.minutesHint}
          suffix={settings.minutes}
          min={10}
          max={240}
          {...draft.number('depositMinutes')}
        />
        <CannotAsk />
      </Stack>
      <Switch
        label={words.risk}
        description={words.riskHint}
        checked={isOn}
        onChange={(event) => draft.set('riskNoShows', event.currentTarget.checked ? 2 : null)}
      />
      {isOn && (
        <>
          <CountInput
            label={words.riskNoShows}
            suffix={words.times}
            max={10}
            value={riskNoShows}
            error={draft.errorOf('riskNoShows')}
            onChange={(typed) => draft.set('riskNoShows', typeof typed === 'number' ? typed : 0)}
          />
          <CountInput label={words.riskDays} suffix={settings.daysUnit} max={365} {...draft.number('riskDays')} />
          <CountInput label={words.riskPercent} suffix="%" max={100} {...draft.number('riskPercent')} />
          <Text size="sm">{words.riskSum(riskNoShows, riskDays || 0, riskPercent || 0)}</Text>
        </>
      )}
    </SettingsSection>
  )
}
