import { Alert, Box, Button, Group, Stack, Title } from '@mantine/core'
import { useDisclosure, useMediaQuery } from '@mantine/hooks'
import { IconCalendarOff, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { Today } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAddress } from '../../parts/address.ts'
import { useFormats } from '../../parts/formats.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { Notice } from '../../parts/notice.tsx'
import { Page } from '../../parts/page.tsx'
import { useWords } from '../../words/words.ts'
import { HolidayNotice } from '../catalog/holiday-notice.tsx'
import { HeldNotice } from '../loyalty/held-notice.tsx'
import { DayPicker } from './day-picker.tsx'
import { DaySummary } from './day-summary.tsx'
import { BookingDialog } from './form/booking-dialog.tsx'
import { QueuePanel } from './queue/queue-panel.tsx'
import { Requests } from './requests.tsx'
import { Timeline } from './timeline.tsx'
import { TodaySkeleton } from './today-skeleton.tsx'
import { VisitCard } from './visit-card.tsx'
import { happens } from './visits.ts'
import { WalkInNow } from './walk-in-now.tsx'

export function TodayScreen() {
  const words = useWords()
  const { get } = useAddress()
  const { today, day: dayName } = useFormats()
  const day = get('day') || today
  const [booking, { open, close }] = useDisclosure(false)
  const load = useQuery({
    queryKey: ['today', day],
    queryFn: () => answerOf(api.today.$get({ query: { day } })),
    refetchInterval: 15_000,
    refetchOnWindowFocus: 'always',
  })
  return (
    <Page
      title={dayName(day)}
      actions={
        <Group gap={8}>
          <Box visibleFrom="sm">
            <DayPicker day={day} />
          </Box>
          {day >= today && (
            <>
              {day === today && <WalkInNow />}
              <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={open}>
                {words.calendar.book}
              </Button>
            </>
          )}
        </Group>
      }
    >
      <Box hiddenFrom="sm">
        <DayPicker day={day} />
      </Box>
      {day === today && <HolidayNotice />}
      {day === today && <HeldNotice />}
      {day === today && <Requests />}
      <Loaded of={load} skeleton={<TodaySkeleton />}>
        {(answer) => <DayOf answer={answer} onAdd={day >= today ? open : undefined} />}
      </Loaded>
      <BookingDialog prefilled={booking ? { day } : undefined} onClose={close} staff={load.data?.staff ?? []} />
    </Page>
  )
}

function DayOf({ answer, onAdd }: { answer: Today; onAdd?: () => void }) {
  const words = useWords()
  const { today } = useFormats()
  const onPhone = useMediaQuery('(max-width: 47.99em)', undefined, { getInitialValueInEffect: false })
  const happening = answer.bookings.filter(happens)
  const others = answer.bookings.filter((visit) => !happens(visit))
  const closed = answer.day === today ? words.today.closed : words.today.closedDay
  return (
    <Stack gap={16}>
      {answer.closed !== null && (
        <Alert icon={<IconCalendarOff size={20} aria-hidden />} color="yellow" c="var(--warn)">
          {closed(answer.closed)}
        </Alert>
      )}
      {answer.bookings.length > 0 && <DaySummary answer={answer} />}
      {answer.day === today && <QueuePanel />}
      {happening.length === 0 && (onPhone || answer.closed !== null) && (
        <Notice icon={IconCalendarOff} text={words.today.empty}>
          {onAdd && answer.closed === null && <Button onClick={onAdd}>{words.calendar.book}</Button>}
        </Notice>
      )}
      {onPhone
        ? happening.map((visit) => <VisitCard key={visit.id} visit={visit} framed />)
        : (happening.length > 0 || answer.closed === null) && <Timeline answer={answer} visits={happening} />}
      {others.length > 0 && (
        <Stack gap={8}>
          <Title order={2}>{words.today.notHappened}</Title>
          {others.map((visit) => (
            <VisitCard key={visit.id} visit={visit} framed />
          ))}
        </Stack>
      )}
    </Stack>
  )
}
