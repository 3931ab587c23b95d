import { Grid, SimpleGrid, Skeleton, Stack } from '@mantine/core'
import { IconChartBar } from '@tabler/icons-react'
import { Loaded } from '../../parts/loaded.tsx'
import { Notice } from '../../parts/notice.tsx'
import { Page } from '../../parts/page.tsx'
import { useWords } from '../../words/words.ts'
import { CurveCard, HoursCard, SalesCard, VisitorsCard } from './chart-cards.tsx'
import { FourNumbers } from './four-numbers.tsx'
import { InsightTabs } from './insight-tabs.tsx'
import { Lifetime } from './lifetime.tsx'
import { OfferCosts } from './offer-costs.tsx'
import { Owing } from './owing.tsx'
import { Period } from './period.tsx'
import { Regulars } from './regulars.tsx'
import { type Overview, useOverview } from './use-figures.ts'

/** Who comes back and what it costs, from the four numbers down to the hours of the week. */
export function InsightsScreen() {
  const words = useWords()
  const load = useOverview()
  return (
    <Page title={words.pages.insights}>
      <InsightTabs />
      <Period compares />
      <Loaded of={load} skeleton={<Shape />}>
        {(overview) => (
          <Stack gap={16} aria-busy={load.isPlaceholderData}>
            <FourNumbers figures={overview.figures} />
            <Charts overview={overview} />
            <Regulars figures={overview.figures} repeat={overview.repeat} />
            <Lifetime />
            <OfferCosts />
            <Owing />
          </Stack>
        )}
      </Loaded>
    </Page>
  )
}

function Charts({ overview }: { overview: Overview }) {
  const { insights } = useWords()
  const { days, curve, hours } = overview
  const isEmpty = days.every(({ visits, nameless, netVnd }) => visits + nameless === 0 && netVnd === 0)
  if (isEmpty) return <Notice icon={IconChartBar} text={insights.nothing} />
  return (
    <Grid gap={16}>
      <Grid.Col span={12}>
        <CurveCard curve={curve} />
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 6 }}>
        <VisitorsCard days={days} />
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 6 }}>
        <SalesCard days={days} />
      </Grid.Col>
      <Grid.Col span={12}>
        <HoursCard hours={hours} />
      </Grid.Col>
    </Grid>
  )
}

const Shape = () => (
  <Stack gap={16}>
    <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }} spacing={16}>
      {['a', 'b', 'c', 'd'].map((id) => (
        <Skeleton key={id} h={170} />
      ))}
    </SimpleGrid>
    <Skeleton h={300} />
    <Skeleton h={300} />
  </Stack>
)
