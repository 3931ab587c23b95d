import { Box, Button, Group, SegmentedControl } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconPlus, IconPrinter, IconUsersGroup } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { addDays, weekdayOf } from '../../../../../shared/time.ts'
import type { CalendarDays } from '../../../answers.ts'
import { answerOf, api } from '../../../api.ts'
import { useAddress } from '../../../parts/address.ts'
import { useFormats } from '../../../parts/formats.ts'
import { Loaded } from '../../../parts/loaded.tsx'
import { Notice } from '../../../parts/notice.tsx'
import { Page } from '../../../parts/page.tsx'
import { useWords } from '../../../words/words.ts'
import { DayPicker } from '../day-picker.tsx'
import { BookingDialog, type Prefilled } from '../form/booking-dialog.tsx'
import { TodaySkeleton } from '../today-skeleton.tsx'
import { WalkInNow } from '../walk-in-now.tsx'
import { CalendarGrid } from './calendar-grid.tsx'
import { StaffChips } from './staff-chips.tsx'

/** Day or week, who and when: all in the address. */
export function CalendarScreen() {
  const words = useWords()
  const { get } = useAddress()
  const { today } = useFormats()
  const day = get('day') || today
  const view = get('view') === 'week' ? 'week' : 'day'
  const from = view === 'week' ? addDays(day, 1 - weekdayOf(day)) : day
  const [booking, setBooking] = useState<Prefilled>()
  const load = useQuery({
    queryKey: ['calendar', from, view],
    queryFn: () => answerOf(api.calendar.$get({ query: { from, days: view === 'week' ? '7' : '1' } })),
    refetchInterval: 15_000,
    refetchOnWindowFocus: 'always',
  })
  return (
    <Page
      title={words.calendar.title}
      actions={
        <Group gap={8}>
          <WalkInNow />
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setBooking({ day })}>
            {words.calendar.book}
          </Button>
        </Group>
      }
    >
      <Group gap={8} justify="space-between">
        <DayPicker day={day} step={view === 'week' ? 7 : 1} />
        <Group gap={8}>
          <Box visibleFrom="sm">
            <ViewSwitch view={view} />
          </Box>
          <Button
            component={Link}
            to={`/calendar/print?day=${day}`}
            variant="default"
            leftSection={<IconPrinter size={18} aria-hidden />}
            visibleFrom="sm"
          >
            {words.calendar.print}
          </Button>
        </Group>
      </Group>
      <Loaded of={load} skeleton={<TodaySkeleton />}>
        {(answer) => <Shown answer={answer} day={day} view={view} onBook={setBooking} />}
      </Loaded>
      <BookingDialog prefilled={booking} onClose={() => setBooking(undefined)} staff={load.data?.staff ?? []} />
    </Page>
  )
}

function ViewSwitch({ view }: { view: 'day' | 'week' }) {
  const words = useWords()
  const { set } = useAddress()
  return (
    <SegmentedControl
      style={{ flex: 'none' }}
      aria-label={words.calendar.view}
      value={view}
      onChange={(chosen) => set({ view: chosen === 'week' ? 'week' : undefined })}
      data={[
        { value: 'day', label: words.calendar.dayView },
        { value: 'week', label: words.calendar.weekView },
      ]}
    />
  )
}

type ShownProps = { answer: CalendarDays; day: string; view: 'day' | 'week'; onBook: (wish: Prefilled) => void }

/** On a phone, and in a week, one person at a time; on a desk everybody's day side by side. */
function Shown({ answer, day, view, onBook }: ShownProps) {
  const words = useWords()
  const { get, set } = useAddress()
  const onPhone = useMediaQuery('(max-width: 47.99em)', undefined, { getInitialValueInEffect: false })
  const works = (id: string) => answer.days.some((each) => each.staff.find((one) => one.id === id)?.intervals.length)
  if (answer.staff.length === 0)
    return (
      <Notice icon={IconUsersGroup} text={words.calendar.nobody}>
        <Button component={Link} to="/staff">
          {words.calendar.addStaff}
        </Button>
      </Notice>
    )
  const single = view === 'week' || onPhone
  const asked = get('staff')
  const chosen =
    view === 'week' && asked === 'all'
      ? undefined
      : (answer.staff.find(({ id }) => id === asked) ?? answer.staff.find(({ id }) => works(id)) ?? answer.staff[0])
  const expected = (id: string) => answer.visits.some(({ parts }) => parts.some((part) => part.staffId === id))
  const present = answer.staff.filter(({ id }) => works(id) || expected(id))
  const people = single ? (chosen ? [chosen] : answer.staff) : present.length ? present : answer.staff
  return (
    <>
      {single && (
        <Group gap={8} wrap="nowrap">
          {onPhone && <ViewSwitch view={view} />}
          <StaffChips
            staff={answer.staff}
            value={chosen?.id ?? 'all'}
            whole={view === 'week'}
            onChange={(id) => set({ staff: id }, true)}
          />
        </Group>
      )}
      <CalendarGrid answer={answer} day={day} view={view} people={people} onBook={onBook} />
    </>
  )
}
