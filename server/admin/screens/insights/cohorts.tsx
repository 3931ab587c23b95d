import { Group, Skeleton, Text } from '@mantine/core'
import { IconChartBar } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api.ts'
import { useAddress } from '../../parts/address.ts'
import { Chips } from '../../parts/chips.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Notice } from '../../parts/notice.tsx'
import { Page } from '../../parts/page.tsx'
import { useWords } from '../../words/words.ts'
import { ChartFrame } from './chart-frame.tsx'
import { CohortTable } from './cohort-table.tsx'
import { hundredths, percent } from './figure-formats.ts'
import { InsightTabs } from './insight-tabs.tsx'
import type { Cohorts } from './use-figures.ts'

const spans = ['6', '12', '24']

/** Who came first in a month, and how many of them came again in each month since. */
export function CohortsScreen() {
  const { insights } = useWords()
  const { get, set } = useAddress()
  const months = spans.find((each) => each === get('months')) ?? '12'
  const bounded = get('bounded') === 'false' ? 'false' : 'true'
  const load = useQuery({
    queryKey: ['figures', 'cohorts', months, bounded],
    queryFn: () => answerOf(api.figures.cohorts.$get({ query: { months, bounded } })),
    placeholderData: keepPreviousData,
  })
  return (
    <Page title={insights.partNames.cohorts}>
      <InsightTabs />
      <Group gap={24} align="flex-start">
        <Chips
          label={insights.months}
          choices={spans.map((value) => ({ value, label: insights.monthCount(value) }))}
          value={months}
          onChange={(value) => set({ months: value }, true)}
        />
        <Chips
          label={insights.countedAs}
          choices={(['true', 'false'] as const).map((value) => ({ value, label: insights.bounded[value] }))}
          value={bounded}
          onChange={(value) => set({ bounded: value }, true)}
        />
      </Group>
      <Loaded of={load} skeleton={<Skeleton h={420} />}>
        {(cohorts) => <CohortCard cohorts={cohorts} bounded={bounded} />}
      </Loaded>
    </Page>
  )
}

export function CohortCard({ cohorts, bounded }: { cohorts: Cohorts; bounded: 'true' | 'false' }) {
  const { insights } = useWords()
  const { rows, mean } = cohorts
  if (rows.length === 0) return <Notice icon={IconChartBar} text={insights.nothing} />
  const columns = mean.map((_, k) => k)
  const cells = (shares: { value: number | null }[]) =>
    columns.map((k) => ({
      raw: hundredths(shares[k]?.value ?? null),
      shown: shares[k]?.value == null ? '–' : percent(shares[k].value),
    }))
  return (
    <ChartFrame
      title={insights.cohorts}
      means={insights.means.cohorts[bounded]}
      name="nhom-theo-thang"
      facts={{
        titles: [insights.firstMonth, insights.people, ...columns.map((k) => insights.monthAfter(k))],
        rows: [
          ...rows.map((row) => [row.month, row.customers, ...cells(row.cells)]),
          [insights.mean, rows.reduce((sum, { customers }) => sum + customers, 0), ...cells(mean)],
        ],
      }}
      under={
        <Text size="sm" c="dimmed">
          {insights.cohortsHow}
        </Text>
      }
    >
      <CohortTable cohorts={cohorts} bounded={bounded} />
    </ChartFrame>
  )
}
