import { useWords } from '../../words/words.ts'
import { ChartFrame } from './chart-frame.tsx'
import { hundredths, percent, rateCell } from './figure-formats.ts'
import type { VisitFigures } from './use-figures.ts'

/** O-8: who came again at all, and to the same person; nothing is said of fewer than ten. */
export function StaffCard({ staff }: Pick<VisitFigures, 'staff'>) {
  const { insights } = useWords()
  const cell = (rate: VisitFigures['staff'][number]['returned']) => rateCell(rate, insights.tooFew)
  return (
    <ChartFrame
      title={insights.staffReturn}
      means={insights.means.staffReturn}
      name="khach-quay-lai-theo-nhan-vien"
      facts={{
        titles: insights.staffTitles,
        rows: staff.map(({ name, returned, newReturned, sameAgain }) => [
          ...[name, cell(returned), cell(newReturned), cell(sameAgain)],
        ]),
      }}
    />
  )
}

type Visits = VisitFigures['visits']

export function UtilisationCard({ utilisation: { people, ...all } }: Pick<Visits, 'utilisation'>) {
  const { insights } = useWords()
  const share = (value: number | null) => ({ raw: hundredths(value), shown: value === null ? '–' : percent(value) })
  const row = (name: string, { minutes, ofMinutes, value, withBuffers }: typeof all) => [
    ...[name, share(value), share(withBuffers.value)],
    { raw: minutes, shown: insights.hoursOfMinutes(minutes) },
    { raw: ofMinutes, shown: insights.hoursOfMinutes(ofMinutes) },
  ]
  return (
    <ChartFrame
      title={insights.utilisation}
      means={insights.means.utilisation}
      name="kin-lich"
      facts={{
        titles: insights.utilisationTitles,
        rows: [...people.map((person) => row(person.name, person)), row(insights.wholeShop, all)],
      }}
    />
  )
}

export function NoShowCard({ bands }: { bands: Visits['noShowByLead'] }) {
  const { insights } = useWords()
  return (
    <ChartFrame
      title={insights.noShowByLead}
      means={insights.means.noShow}
      name="bo-hen-theo-thoi-gian-dat-truoc"
      facts={{
        titles: insights.noShowTitles,
        rows: bands.map(({ band, ...rate }) => [insights.bands[band], rateCell(rate, insights.tooFew)]),
      }}
    />
  )
}
