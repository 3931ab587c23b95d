import { SimpleGrid, Skeleton, Stack } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { useWords } from '../../words/words.ts'
import { Figure } from './figure.tsx'
import { decimals, percent } from './figure-formats.ts'
import { InsightTabs } from './insight-tabs.tsx'
import { underRate } from './interval.ts'
import { Period } from './period.tsx'
import { NoShowCard, StaffCard, UtilisationCard } from './staff-cards.tsx'
import { useAsked } from './use-asked.ts'
import type { VisitFigures } from './use-figures.ts'

export function useVisitFigures() {
  const { query } = useAsked()
  return useQuery({
    queryKey: ['figures', 'visits', query],
    queryFn: () => answerOf(api.figures.visits.$get({ query })),
    placeholderData: keepPreviousData,
  })
}

/** Who returned to whom, how full the chairs were, and how bookings went. */
export function VisitFiguresScreen() {
  const { insights } = useWords()
  return (
    <Page title={insights.partNames.visits}>
      <InsightTabs />
      <Period />
      <Loaded of={useVisitFigures()} skeleton={<Skeleton h={420} />}>
        {(answer) => (
          <Stack gap={16}>
            <StaffCard staff={answer.staff} />
            <HowVisitsWent answer={answer} />
            <UtilisationCard utilisation={answer.visits.utilisation} />
            <NoShowCard bands={answer.visits.noShowByLead} />
          </Stack>
        )}
      </Loaded>
    </Page>
  )
}

const shown = (value: number | null) => (value === null ? null : percent(value))

function HowVisitsWent({ answer: { visits, opinions } }: { answer: VisitFigures }) {
  const words = useWords()
  const { insights } = words
  const { names, means } = insights
  const { rebooking, noShow, lateCancel, leadHours, waitlist } = visits
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, lg: 3 }} spacing={16}>
      <Figure
        label={names.rebooking}
        means={means.rebooking}
        value={shown(rebooking.value)}
        under={underRate(words, rebooking)}
      />
      <Figure label={names.noShow} means={means.noShow} value={shown(noShow.value)} under={underRate(words, noShow)} />
      <Figure
        label={names.lateCancel}
        means={means.lateCancel}
        value={shown(lateCancel.value)}
        under={underRate(words, lateCancel)}
      />
      <Figure
        label={names.lead}
        means={means.lead}
        value={
          leadHours === null ? null : insights.leadOf(decimals(leadHours < 48 ? leadHours : leadHours / 24), leadHours)
        }
      />
      <Figure
        label={names.waitlist}
        means={means.waitlist}
        value={shown(waitlist.value)}
        under={[insights.minutesOf(waitlist.minutes, waitlist.ofMinutes)]}
      />
      <Figure
        label={names.opinions}
        means={means.opinions}
        value={shown(opinions.value)}
        under={[...underRate(words, opinions), opinions.mean !== null && insights.meanStars(decimals(opinions.mean))]}
      />
    </SimpleGrid>
  )
}
