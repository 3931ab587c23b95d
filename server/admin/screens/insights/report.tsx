import { Button, Group, Select, Skeleton, Stack, Text, Title } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { monthAt, monthOf } from '../../../../shared/day-number.ts'
import { addDays } from '../../../../shared/time.ts'
import { answerOf, api } from '../../api.ts'
import { useAddress } from '../../parts/address.ts'
import { Card } from '../../parts/card.tsx'
import { useFormats } from '../../parts/formats.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { useSession } from '../../session.ts'
import { useWords } from '../../words/words.ts'
import { CohortCard } from './cohorts.tsx'
import { FourNumbers } from './four-numbers.tsx'
import { InsightTabs } from './insight-tabs.tsx'
import css from './insights.module.css'
import { OfferCosts } from './offer-costs.tsx'
import { SalesOfMonth } from './sales-of-month.tsx'
import { NoShowCard, StaffCard, UtilisationCard } from './staff-cards.tsx'

/** The month that is told of: the last whole one unless the address says another. */
function useMonth() {
  const { get, set } = useAddress()
  const { today } = useFormats()
  const begun = monthOf(addDays(today, -1)) // nothing is told of a month on its first day
  const months = Array.from({ length: 25 }, (_, i) => monthAt(begun - i))
  const month = months.find((each) => each === get('month')) ?? monthAt(monthOf(today) - 1)
  return { months, month, choose: (next: string | null) => set({ month: next ?? undefined }, true) }
}

/** A month on paper: the four numbers, sales, who came back, staff, offers, and how all of it is counted. */
export function ReportScreen() {
  const { insights } = useWords()
  const { shop } = useSession()
  const { months, month, choose } = useMonth()
  const { date } = useFormats()
  const span = ({ from, to }: { from: string; to: string }) => `${date(from)}–${date(to)}`
  const named = (month: string) => `${month.slice(5)}/${month.slice(0, 4)}`
  const load = useQuery({ queryKey: ['figures', 'report', month], queryFn: () => askFor(month) })
  return (
    <Page
      title={`${insights.reportOf(named(month))} · ${shop.name}`}
      actions={
        <Group gap={12} className={css.screenOnly}>
          <Select
            aria-label={insights.month}
            data={months.map((value) => ({ value, label: insights.monthNamed(named(value)) }))}
            value={month}
            allowDeselect={false}
            onChange={choose}
          />
          <Button leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
            {insights.print}
          </Button>
        </Group>
      }
    >
      <InsightTabs />
      <Loaded of={load} skeleton={<Skeleton h={600} />}>
        {({ figures, days, cohorts, visits, staff }) => (
          <Stack gap={16} className={css.report}>
            <Text c="dimmed">{insights.reportDays(span(figures.days), span(figures.against.days))}</Text>
            <FourNumbers figures={figures} ofMonth />
            <SalesOfMonth days={days} />
            <CohortCard cohorts={cohorts} bounded="true" />
            <StaffCard staff={staff} />
            <UtilisationCard utilisation={visits.utilisation} />
            <NoShowCard bands={visits.noShowByLead} />
            <OfferCosts />
            <Definitions />
          </Stack>
        )}
      </Loaded>
    </Page>
  )
}

async function askFor(month: string) {
  const [report, cohorts] = await Promise.all([
    answerOf(api.figures.report.$get({ query: { month } })),
    answerOf(api.figures.cohorts.$get({ query: { months: '12', bounded: 'true' } })),
  ])
  return { ...report, cohorts }
}

function Definitions() {
  const { insights } = useWords()
  const { names, means } = insights
  const all = [
    ...[
      { name: names.promotion, means: means.promotion },
      { name: names.retention, means: means.retentionOfMonth },
    ],
    ...[
      { name: names.growth, means: means.growth },
      { name: names.margin, means: means.margin },
    ],
    ...[
      { name: insights.net, means: means.net },
      { name: insights.cohorts, means: means.cohorts.true },
    ],
    ...[
      { name: insights.staffReturn, means: means.staffReturn },
      { name: insights.utilisation, means: means.utilisation },
    ],
    ...[
      { name: names.noShow, means: means.noShow },
      { name: insights.offers, means: means.offers },
    ],
  ]
  return (
    <Card>
      <section>
        <Title order={2}>{insights.howAllIsCounted}</Title>
        {all.map(({ name, means }) => (
          <Text key={name} size="sm" mt={8}>
            <strong>{name}.</strong> {means}
          </Text>
        ))}
      </section>
    </Card>
  )
}
