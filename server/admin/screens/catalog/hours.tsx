import { Select, Skeleton, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Hours } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAddress } from '../../parts/address.ts'
import { Card } from '../../parts/card.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { useWords } from '../../words/words.ts'
import { DaysOff } from './days-off.tsx'
import { useStaffMembers } from './use-staff-members.ts'
import { WeekForm } from './week-form.tsx'

export function HoursScreen() {
  const words = useWords()
  const load = useQuery({ queryKey: ['hours'], queryFn: () => answerOf(api.hours.$get()) })
  return (
    <Page title={words.pages.hours}>
      <Loaded
        of={load}
        skeleton={
          <Stack gap={16}>
            <Skeleton h={420} />
            <Skeleton h={160} />
          </Stack>
        }
      >
        {(hours) => (
          <Stack gap={16}>
            <Card>
              <Week hours={hours} />
            </Card>
            <Card>
              <DaysOff daysOff={hours.daysOff} />
            </Card>
          </Stack>
        )}
      </Loaded>
    </Page>
  )
}

/** The shop's week, or the week of one person who keeps other hours. */
function Week({ hours }: { hours: Hours }) {
  const words = useWords()
  const { get, set } = useAddress()
  const people = useStaffMembers().data?.filter((person) => person.active) ?? []
  const whose = people.find((person) => person.id === get('person'))?.id
  return (
    <Stack gap={16}>
      <Select
        label={words.hours.whose}
        allowDeselect={false}
        maw={280}
        data={[{ value: '', label: words.hours.shop }, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
        value={whose ?? ''}
        onChange={(chosen) => set({ person: chosen ?? undefined })}
      />
      <WeekForm
        key={whose ?? ''}
        staffId={whose ?? null}
        kept={whose ? (hours.staff[whose] ?? []) : hours.shop}
        shop={hours.shop}
      />
    </Stack>
  )
}
