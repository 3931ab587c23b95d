import { Checkbox, Group, Stack, Switch, Text } from '@mantine/core'
import type { StaffMember } from '../../answers.ts'
import type { Problem } from '../../api.ts'
import { CountInput } from '../../parts/amounts.tsx'
import { useWords } from '../../words/words.ts'
import type { ServiceDraft } from './service-draft.ts'
import { useStaffMembers } from './use-staff-members.ts'

/** Everybody, or these people, some of whom take minutes of their own. */
export function DoneBy({ draft, problem }: { draft: ServiceDraft; problem: Problem | null }) {
  const words = useWords().services
  const { everybody, doneBy } = draft.values
  const people = useStaffMembers().data ?? []
  const shown = people.filter(({ id, active }) => active || doneBy.some(({ staffId }) => staffId === id))
  return (
    <Stack gap={8}>
      <Switch
        label={words.everybody}
        description={words.everybodyHint}
        checked={everybody}
        onChange={(event) => {
          draft.set('everybody', event.currentTarget.checked)
          if (doneBy.length === 0)
            draft.set(
              'doneBy',
              shown.map(({ id }) => ({ staffId: id, durationMinutes: '' as const })),
            )
        }}
      />
      {!everybody && shown.map((person) => <DoneByLine key={person.id} draft={draft} person={person} />)}
      {!everybody && doneBy.length === 0 && (
        <Text size="xs" c="var(--warn)">
          {words.nobody}
        </Text>
      )}
      {problem?.field?.startsWith('doneBy') && (
        <Text size="xs" c="var(--bad)" role="alert">
          {problem.message}
        </Text>
      )}
    </Stack>
  )
}

function DoneByLine({ draft, person: { id, name } }: { draft: ServiceDraft; person: StaffMember }) {
  const words = useWords()
  const { doneBy, durationMinutes } = draft.values
  const i = doneBy.findIndex(({ staffId }) => staffId === id)
  const own = doneBy[i]
  return (
    <Group justify="space-between" wrap="nowrap" mih={44}>
      <Checkbox
        label={name}
        styles={{ body: { minHeight: 44, alignItems: 'center' } }}
        checked={own !== undefined}
        onChange={() =>
          draft.set('doneBy', own ? doneBy.toSpliced(i, 1) : [...doneBy, { staffId: id, durationMinutes: '' }])
        }
      />
      {own && (
        <CountInput
          w={130}
          aria-label={words.services.ownMinutes(name)}
          placeholder={durationMinutes ? words.minutes(durationMinutes) : undefined}
          suffix={words.settings.minutes}
          value={own.durationMinutes}
          onChange={(typed) =>
            draft.set(
              'doneBy',
              doneBy.with(i, { staffId: id, durationMinutes: typeof typed === 'number' ? typed : '' }),
            )
          }
        />
      )}
    </Group>
  )
}
