import { answerOf } from '../../answer.ts'
import { api, until, type Why } from '../../api.ts'
import { useDays } from '../../days.ts'
import { useWords } from '../../language.ts'
import { useLoad } from '../../load.ts'
import { LinkButton } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { Facts } from '../../parts/facts.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Screen } from '../../parts/screen.tsx'
import { Skeletons } from '../../parts/skeleton.tsx'
import type { ScreenProps } from '../../routes.tsx'
import { Moved } from './history.tsx'
import { Lots } from './lots.tsx'
import './points.css'
import { isPayment, useReckoning } from './reckoning.ts'
import { Wrong } from './wrong.tsx'

const ofVisits: Why['reason'][] = ['earned', 'confirmed', 'voided', 'reversed', 'extended']
/** What staff prolonged says why, and is about no visit. */
const isOfVisit = (why: Why) => (ofVisits.includes(why.reason) && !why.sum.reason) || isPayment(why)

/** Why one entry is what it is (B-10). `of` in the address is the visit or voucher that it is about. */
export function Entry({ params, query }: ScreenProps) {
  const words = useWords().why
  const id = params.id!
  const why = useLoad(`why ${id}`, (signal) =>
    answerOf(api.points.entries[':id'].$get({ param: { id } }, until(signal))),
  )
  return (
    <Screen title={words.title} above="/points">
      <Loaded of={why} shape={<Skeletons count={3} height={140} />}>
        {(known) => (
          <>
            <What why={known} visit={isOfVisit(known) ? query.get('of') : null} />
            <How why={known} />
            <Lots why={known} />
            <Wrong why={known} onChanged={why.again} />
          </>
        )}
      </Loaded>
    </Screen>
  )
}

function What({ why: { reason, points, about, at, sum, isOfOrder }, visit }: { why: Why; visit: string | null }) {
  const words = useWords()
  const days = useDays()
  const when = words.at(days.clock(at), `${days.weekday(days.dayOf(at))}, ${days.date(days.dayOf(at))}`)
  const isNote = reason === 'adjusted' // its note is said where it is reckoned
  return (
    <Card>
      <div className="why-head">
        <h2>{reason === 'given' && sum.thanks ? words.thanks[sum.thanks] : words.pointsScreen.reasons[reason]}</h2>
        <span className="why-number">
          <Moved reason={reason} points={points} />
        </span>
      </div>
      <Facts
        of={[
          ...(about && !isNote ? [{ icon: 'gift' as const, label: words.why.for, text: about }] : []),
          { icon: 'clock', label: words.why.when, text: when },
        ]}
      />
      {visit && (
        <LinkButton
          to={`/${isOfOrder ? 'orders' : 'bookings'}/${visit}`}
          look="soft"
          icon={isOfOrder ? 'bag' : 'calendar'}
        >
          {isOfOrder ? words.orders.see : words.why.visit}
        </LinkButton>
      )}
    </Card>
  )
}

function How({ why }: { why: Why }) {
  const words = useWords().why
  const lines = useReckoning(why)
  return (
    <Card>
      <h2 className="why-title">{words.how}</h2>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {why.programmeId !== null && <p className="small muted">{words.version(why.programmeId)}</p>}
    </Card>
  )
}
