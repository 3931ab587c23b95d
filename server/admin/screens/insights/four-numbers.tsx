import { Button, SimpleGrid } from '@mantine/core'
import { useState } from 'react'
import { formatVnd } from '../../../../shared/money.ts'
import { useFormats } from '../../parts/formats.ts'
import { useWords } from '../../words/words.ts'
import { Against } from './against.tsx'
import { CostSettings } from './cost-settings.tsx'
import { Figure } from './figure.tsx'
import { percent } from './figure-formats.ts'
import { underRate } from './interval.ts'
import { useAsked } from './use-asked.ts'
import type { Figures } from './use-figures.ts'
import { WhoseLink } from './whose-link.tsx'

/** What an owner asks first: what promotion costs, who comes back, whether sales grow, what is left of them. */
export function FourNumbers({ figures, ofMonth = false }: { figures: Figures; ofMonth?: boolean }) {
  const words = useWords()
  const { insights } = words
  const { promotion, retention, sales, against } = figures
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }} spacing={16}>
      <Figure
        label={insights.names.promotion}
        means={insights.means.promotion}
        value={promotion.given === null ? null : percent(promotion.given)}
        under={[
          insights.ofSales(formatVnd(promotion.givenVnd), formatVnd(sales.grossVnd)),
          promotion.used !== null && insights.used(percent(promotion.used), formatVnd(promotion.usedVnd)),
          <Against key="against" own={promotion.given} other={against.promotion.given} show={percent} better="less" />,
        ]}
      />
      <Figure
        label={insights.names.retention}
        means={ofMonth ? insights.means.retentionOfMonth : insights.means.retention(figures.length)}
        value={retention.value === null ? null : percent(retention.value)}
        under={[
          ...underRate(words, retention),
          <Against key="against" own={retention.value} other={against.retention.value} show={percent} better="more" />,
        ]}
      >
        {!ofMonth && (
          <>
            <WhoseLink which="retained" />
            <WhoseLink which="not_retained" />
          </>
        )}
      </Figure>
      <Growth figures={figures} />
      <Margin figures={figures} links={!ofMonth} />
    </SimpleGrid>
  )
}

function Growth({ figures: { growth, lunar, sales, against } }: { figures: Figures }) {
  const { insights } = useWords()
  const asked = useAsked()
  const { date } = useFormats()
  const span = ({ from, to }: { from: string; to: string }) => `${date(from)}–${date(to)}`
  const grew = (by: number) => `${by > 0 ? '▲ ' : by < 0 ? '▼ ' : ''}${insights.grew(percent(Math.abs(by)), by)}`
  return (
    <Figure
      label={insights.names.growth}
      means={insights.means.growth}
      value={growth === null ? null : grew(growth)}
      under={[
        insights.nowAndThen(formatVnd(sales.netVnd), formatVnd(against.sales.netVnd)),
        `${insights.comparedTo[asked.against]}: ${span(against.days)}`,
        lunar && insights.byMoon(lunar.growth === null ? insights.tooFew : grew(lunar.growth), span(lunar.days)),
      ]}
    />
  )
}

function Margin({ figures: { margin, sales, against }, links }: { figures: Figures; links: boolean }) {
  const { insights } = useWords()
  const [opened, open] = useState(false)
  const isUnset = margin.missing.length > 0
  return (
    <Figure
      label={insights.names.margin}
      means={insights.means.margin}
      value={margin.value === null ? (isUnset ? insights.noCosts : null) : percent(margin.value)}
      under={[
        margin.vnd === null
          ? isUnset && insights.costsNeeded
          : insights.ofSales(formatVnd(margin.vnd), formatVnd(sales.netVnd)),
        <Against key="against" own={margin.value} other={against.margin.value} show={percent} better="more" />,
      ]}
    >
      {links && (
        <>
          <Button variant={isUnset ? 'filled' : 'light'} size="compact-md" mt={4} onClick={() => open(true)}>
            {isUnset ? insights.setCosts : insights.changeCosts}
          </Button>
          <CostSettings opened={opened} onClose={() => open(false)} />
        </>
      )}
    </Figure>
  )
}
