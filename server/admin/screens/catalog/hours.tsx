import { Select, Skeleton, Stack, Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Hours, Visit } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAddress } from '../../parts/address.ts'
import { Card } from '../../parts/card.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { useWords } from '../../words/words.ts'
import { DifferingDays } from './differing-days.tsx'
import { HitVisits } from './hit-visits.tsx'
import { HolidayNotice } from './holiday-notice.tsx'
import { useStaffMembers } from './use-staff-members.ts'
import { WeekForm } from './week-form.tsx'

export function HoursScreen() {
  const words = useWords()
  const { get, set } = useAddress()
  const load = useQuery({ queryKey: ['hours'], queryFn: () => answerOf(api.hours.$get()) })
  const [hit, setHit] = useState<Visit[]>([])
  return (
    <Page title={words.pages.hours}>
      <HolidayNotice />
      <HitVisits hit={hit} onChange={setHit} />
      <Tabs
        value={get('tab') === 'days' ? 'days' : 'week'}
        onChange={(tab) => set({ tab: tab === 'days' ? tab : undefined })}
        keepMounted={false}
      >
        <Tabs.List mb={16}>
          <Tabs.Tab value="week">{words.hours.tabs.week}</Tabs.Tab>
          <Tabs.Tab value="days">{words.hours.tabs.days}</Tabs.Tab>
        </Tabs.List>
        <Loaded of={load} skeleton={<Skeleton h={420} />}>
          {(hours) => (
            <Card>
              <Tabs.Panel value="week">
                <Week hours={hours} onHit={setHit} />
              </Tabs.Panel>
              <Tabs.Panel value="days">
                <DifferingDays hours={hours} onHit={setHit} />
              </Tabs.Panel>
            </Card>
          )}
        </Loaded>
      </Tabs>
    </Page>
  )
}

/** The shop's week, or the week of one person who keeps other hours. */
function Week({ hours, onHit }: { hours: Hours; onHit: (visits: Visit[]) => void }) {
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
        onHit={onHit}
      />
    </Stack>
  )
}
