import { formatNumber, formatVnd } from '../../../../shared/money.ts'
import { useWords } from '../../words/words.ts'
import { ChartFrame } from './chart-frame.tsx'
import { rateCell } from './figure-formats.ts'
import type { ProgrammeFigures } from './use-figures.ts'

const number = (n: number) => ({ raw: n, shown: formatNumber(n) })

/** M-29: in the order in which it adds up. */
export function PointsCard({ points }: Pick<ProgrammeFigures, 'points'>) {
  const { insights } = useWords()
  const minus = ['takenBack', 'spent', 'lapsed']
  const order = ['opening', 'issued', 'returned', 'corrected', 'takenBack', 'spent', 'lapsed', 'closing'] as const
  return (
    <ChartFrame
      title={insights.pointsFlow}
      means={insights.means.pointsFlow}
      name="diem"
      facts={{
        titles: insights.pointsTitles,
        rows: order.map((each) => [
          insights.pointsRows[each],
          number(minus.includes(each) ? 0 - points[each] : points[each]),
        ]),
      }}
    />
  )
}

export function FunnelCard({ vouchers }: Pick<ProgrammeFigures, 'vouchers'>) {
  const { insights } = useWords()
  const { issued, seen, used, lapsed } = vouchers
  return (
    <ChartFrame
      title={insights.funnel}
      means={insights.means.funnel}
      name="phieu"
      facts={{
        titles: insights.funnelTitles,
        rows: [
          [insights.funnelRows.issued, number(issued)],
          [insights.funnelRows.seen, number(seen)],
          [insights.funnelRows.used, rateCell(used, insights.tooFew)],
          [insights.funnelRows.lapsed, number(lapsed)],
        ],
      }}
    />
  )
}

export function MessagesCard({ messages }: Pick<ProgrammeFigures, 'messages'>) {
  const words = useWords()
  const { insights } = words
  const nameOf = (intent: string) => (words.messages.intent as Record<string, string>)[intent] ?? intent
  const cell = (rate: ProgrammeFigures['messages'][number]['seen']) => rateCell(rate, insights.tooFew)
  return (
    <ChartFrame
      title={insights.messages}
      means={insights.means.messages}
      name="tin-nhan"
      facts={{
        titles: insights.messageTitles,
        rows: messages.map(({ intent, sent, delivered, seen, clicked, costVnd }) => [
          ...[nameOf(intent), number(sent), cell(delivered), cell(seen), cell(clicked)],
          { raw: costVnd, shown: formatVnd(costVnd) },
        ]),
      }}
    />
  )
}

export function TiersCard({ tiers: { up, down, grace, inGrace } }: Pick<ProgrammeFigures, 'tiers'>) {
  const { insights } = useWords()
  return (
    <ChartFrame
      title={insights.tierMoves}
      means={insights.means.tierMoves}
      name="hang"
      facts={{
        titles: insights.tierTitles,
        rows: [
          [insights.tierRows.up, number(up)],
          [insights.tierRows.down, number(down)],
          [insights.tierRows.grace, number(grace)],
          [insights.tierRows.inGrace, rateCell(inGrace, insights.tooFew)],
        ],
      }}
    />
  )
}
