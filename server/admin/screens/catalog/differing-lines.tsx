import { ActionIcon, Button, Group } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { DayOff, Visit } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { Entry } from '../../parts/entry.tsx'
import { useFormats } from '../../parts/formats.ts'
import { Tag, type Tone } from '../../parts/tag.tsx'
import { useWords } from '../../words/words.ts'
import type { BlockedTime, Holiday, SpecialDay } from './answers.ts'
import type { HolidayGroup } from './holiday-groups.ts'
import { useDaySpan } from './use-day-span.ts'
import { useStaffMembers } from './use-staff-members.ts'
import { hoursText } from './week.ts'

export function DayOffLine({ off }: { off: DayOff }) {
  const { hours } = useWords()
  const spanOf = useDaySpan()
  return (
    <Line
      when={spanOf(off.fromDay, off.toDay)}
      {...off}
      tag={<Tag tone="warn">{hours.closed}</Tag>}
      remove={() => answerOf(api['days-off'][':id'].$delete({ param: { id: off.id } }))}
    />
  )
}

export function SpecialDayLine({ special, onHit }: { special: SpecialDay; onHit: (visits: Visit[]) => void }) {
  const { hours } = useWords()
  const { fullDay } = useFormats()
  const opens = hoursText(special.intervals)
  return (
    <Line
      when={fullDay(special.day)}
      {...special}
      tag={<Tag tone={opens ? 'brand' : 'warn'}>{opens || hours.closed}</Tag>}
      remove={async () => {
        const { hit } = await answerOf(api['special-days'][':id'].$delete({ param: { id: special.id } }))
        onHit(hit)
      }}
    />
  )
}

export function BlockedLine({ block }: { block: BlockedTime }) {
  const { hours } = useWords()
  const { fullDay, dayAt, time } = useFormats()
  return (
    <Line
      when={`${fullDay(dayAt(block.startsAt))}, ${time(block.startsAt)}–${time(block.endsAt)}`}
      {...block}
      tag={<Tag tone="warn">{hours.kinds.block}</Tag>}
      remove={() => answerOf(api['blocked-times'][':id'].$delete({ param: { id: block.id } }))}
    />
  )
}

type LineProps = {
  when: string
  staffId: string | null
  reason: string
  tag: ReactNode
  remove: () => Promise<unknown>
}

function Line({ when, staffId, reason, tag, remove }: LineProps) {
  const words = useWords()
  const people = useStaffMembers().data ?? []
  const who = staffId === null ? words.hours.shop : people.find((person) => person.id === staffId)?.name
  const act = useAct(remove, { said: () => words.hours.removed })
  return (
    <Entry
      title={when}
      under={[who, reason]}
      value={
        <Group gap={4} wrap="nowrap">
          {tag}
          <ActionIcon
            aria-label={words.hours.remove(`${when}, ${who}`)}
            loading={act.isPending}
            onClick={() => act.mutate(undefined)}
          >
            <IconTrash size={18} />
          </ActionIcon>
        </Group>
      }
    />
  )
}

const tones = { usual: 'good', closed: 'warn', special: 'brand' } as const satisfies Record<
  Exclude<Holiday['treatment'], 'unconfirmed'>,
  Tone
>

export function HolidayLine({ group, onDecide }: { group: HolidayGroup; onDecide: () => void }) {
  const words = useWords()
  const spanOf = useDaySpan()
  const [{ day, name, treatment, intervals, surchargePercent, decidedBy, closedUntilAsked }] = group
  const undecided = treatment === 'unconfirmed'
  return (
    <Entry
      title={spanOf(day, group.at(-1)!.day)}
      under={[
        name,
        undecided ? words.holidays.assumed(closedUntilAsked) : undefined,
        surchargePercent ? words.holidays.surchargeShown(surchargePercent) : undefined,
        decidedBy ? words.holidays.decidedBy(decidedBy) : undefined,
      ]}
      value={
        <Group gap={4} wrap="nowrap">
          {!undecided && (
            <Tag tone={tones[treatment]}>
              {treatment === 'special' ? hoursText(intervals) : words.holidays.tag[treatment]}
            </Tag>
          )}
          <Button variant="subtle" px={8} onClick={onDecide} aria-label={words.holidays.decideOn(name)}>
            {undecided ? words.holidays.decide : words.acts.edit}
          </Button>
        </Group>
      }
    />
  )
}
