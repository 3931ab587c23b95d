import { ActionIcon, Alert, Button, Group, Stack, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { DayOff, Visit } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { Entry } from '../../parts/entry.tsx'
import { useFormats } from '../../parts/formats.ts'
import { useWords } from '../../words/words.ts'
import { VisitCard } from '../booking/visit-card.tsx'
import { AddDayOff } from './add-day-off.tsx'
import { useStaffMembers } from './use-staff-members.ts'

/** Days off to come; after adding one, the bookings it hits, ready to be called or cancelled. */
export function DaysOff({ daysOff }: { daysOff: DayOff[] }) {
  const words = useWords()
  const { today } = useFormats()
  const [adding, { open, close }] = useDisclosure(false)
  const [hit, setHit] = useState<Visit[]>([])
  const coming = daysOff.filter((off) => off.toDay >= today).sort((a, b) => a.fromDay.localeCompare(b.fromDay))
  return (
    <Stack gap={12}>
      <Group justify="space-between">
        <Title order={2}>{words.hours.daysOff}</Title>
        <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={open}>
          {words.hours.addDayOff}
        </Button>
      </Group>
      {hit.length > 0 && (
        <Alert color="yellow" withCloseButton closeButtonLabel={words.acts.close} onClose={() => setHit([])}>
          <Stack gap={12}>
            <Text size="sm">{words.hours.hits(hit.length)}</Text>
            {hit.map((visit) => (
              <HitVisit
                key={visit.id}
                visit={visit}
                onDone={() => setHit((before) => before.filter((other) => other.id !== visit.id))}
              />
            ))}
          </Stack>
        </Alert>
      )}
      {coming.length === 0 && <Text size="sm">{words.hours.noDaysOff}</Text>}
      <div>
        {coming.map((off) => (
          <DayOffLine key={off.id} off={off} />
        ))}
      </div>
      <AddDayOff opened={adding} onClose={close} onHit={setHit} />
    </Stack>
  )
}

function HitVisit({ visit, onDone }: { visit: Visit; onDone: () => void }) {
  const { day, dayAt } = useFormats()
  return (
    <div>
      <Text size="xs" fw={500} c="dimmed">
        {day(dayAt(visit.startsAt))}
      </Text>
      <VisitCard visit={visit} framed onDone={onDone} />
    </div>
  )
}

function DayOffLine({ off }: { off: DayOff }) {
  const words = useWords()
  const { day } = useFormats()
  const people = useStaffMembers().data ?? []
  const who = off.staffId === null ? words.hours.shop : people.find((person) => person.id === off.staffId)?.name
  const span = off.fromDay === off.toDay ? day(off.fromDay) : `${day(off.fromDay)} – ${day(off.toDay)}`
  const remove = useAct(() => answerOf(api['days-off'][':id'].$delete({ param: { id: off.id } })), {
    said: () => words.hours.dayOffRemoved,
  })
  return (
    <Entry
      title={off.reason}
      under={[who, span]}
      value={
        <ActionIcon
          aria-label={words.hours.removeDayOff(off.reason)}
          loading={remove.isPending}
          onClick={() => remove.mutate(undefined)}
        >
          <IconTrash size={18} />
        </ActionIcon>
      }
    />
  )
}
