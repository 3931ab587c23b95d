import { SimpleGrid, Skeleton, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatNumber, formatVnd } from '../../../../shared/money.ts'
import { answerOf, api } from '../../api.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { useWords } from '../../words/words.ts'
import { Figure } from './figure.tsx'
import { decimals, percent } from './figure-formats.ts'
import { InsightTabs } from './insight-tabs.tsx'
import { underRate } from './interval.ts'
import { Owing } from './owing.tsx'
import { Period } from './period.tsx'
import { FunnelCard, MessagesCard, PointsCard, TiersCard } from './programme-cards.tsx'
import type { ProgrammeFigures } from './use-figures.ts'
import { useProgrammeFigures } from './use-programme.ts'

/** What points, levels, vouchers and messages did. */
export function ProgrammeFiguresScreen() {
  const { insights } = useWords()
  return (
    <Page title={insights.partNames.programme}>
      <InsightTabs />
      <Period />
      <Loaded of={useProgrammeFigures()} skeleton={<Skeleton h={420} />}>
        {(figures) => (
          <Stack gap={16}>
            <Rates figures={figures} />
            <PointsCard points={figures.points} />
            <FunnelCard vouchers={figures.vouchers} />
            <MessagesCard messages={figures.messages} />
            <TiersCard tiers={figures.tiers} />
            <Owing />
          </Stack>
        )}
      </Loaded>
    </Page>
  )
}

const shown = (value: number | null) => (value === null ? null : percent(value))

function Rates({ figures: { points, lots, members, consent, giveBack } }: { figures: ProgrammeFigures }) {
  const words = useWords()
  const { insights } = words
  const { names, means } = insights
  const rates = [
    { name: 'redemption', rate: points.redemption, more: !lots && insights.noLotShares },
    ...(lots
      ? ([
          { name: 'lotsUsed', rate: lots.used },
          { name: 'lotsLapsed', rate: lots.lapsed },
        ] as const)
      : []),
    { name: 'enrolment', rate: members.enrolment },
    { name: 'activeMembers', rate: members.active },
    {
      name: 'consent',
      rate: consent.coverage,
      more:
        consent.perThousand !== null &&
        insights.withdrawn(decimals(consent.perThousand), formatNumber(consent.withdrawn)),
    },
  ] as const
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, lg: 3 }} spacing={16}>
      <GiveBack giveBack={giveBack} />
      {rates.map(({ name, rate, ...rest }) => (
        <Figure
          key={name}
          label={names[name]}
          means={means[name]}
          value={shown(rate.value)}
          under={[
            ...(pointRates.has(name) ? underRate(words, rate).slice(0, 1) : underRate(words, rate)),
            'more' in rest && rest.more,
          ]}
        />
      ))}
    </SimpleGrid>
  )
}

/** Points are no people who each decide: an interval would say they were. */
const pointRates = new Set(['redemption', 'lotsUsed', 'lotsLapsed'])

/** M-33 beside the band that the owner calls healthy. */
function GiveBack({ giveBack: { vnd, ofVnd } }: Pick<ProgrammeFigures, 'giveBack'>) {
  const { insights } = useWords()
  const settings = useQuery({
    queryKey: ['figures', 'settings'],
    queryFn: () => answerOf(api.figures.settings.$get()),
  })
  const value = ofVnd > 0 ? vnd / ofVnd : null
  const [from, to] = [settings.data?.giveBackFromPercent ?? null, settings.data?.giveBackToPercent ?? null]
  const standing =
    value === null
      ? undefined
      : from !== null && value * 100 < from
        ? insights.belowBand
        : to !== null && value * 100 > to
          ? insights.aboveBand
          : insights.withinBand
  return (
    <Figure
      label={insights.names.giveBack}
      means={insights.means.giveBack}
      value={shown(value)}
      under={[
        insights.ofSales(formatVnd(vnd), formatVnd(ofVnd)),
        from === null && to === null ? insights.noBand : standing && `${standing} ${insights.band(from, to)}`,
      ]}
    />
  )
}
