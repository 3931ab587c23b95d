import { formatVnd } from '../../../shared/money.ts'
import type { Hold } from '../../api.ts'
import { useDays } from '../../days.ts'
import { useWords } from '../../language.ts'
import { Card } from '../../parts/card.tsx'
import { DepositTerms } from '../../parts/deposit-terms.tsx'
import { Facts } from '../../parts/facts.tsx'
import { Field } from '../../parts/field.tsx'
import { PhoneOffer } from '../../parts/phone-offer.tsx'
import { Screen } from '../../parts/screen.tsx'
import { linesOf, VisitLines } from '../../parts/visit-lines.tsx'
import { usePointsToEarn } from '../../point-words.ts'
import { priced, sayPrice } from '../../pricing.ts'
import { useShop } from '../../shop.ts'
import { placeOf, type Wish } from '../../wish.ts'
import { BookButton } from './book-button.tsx'
import './confirm.css'
import { useHold } from './held.ts'
import { Intake, questionsFor } from './intake.tsx'
import { Policy } from './policy.tsx'
import { Repeat } from './repeat.tsx'
import { useVisitDraft } from './visit-draft.ts'

type ConfirmVisitProps = { wish: Wish; startsAt: string }

/** All that is about to be agreed, on one screen, while its time is kept. The number may be refused. */
export function ConfirmVisit({ wish, startsAt }: ConfirmVisitProps) {
  const words = useWords()
  const shop = useShop()
  const days = useDays()
  const day = days.dayOf(startsAt)
  const draft = useVisitDraft(wish, startsAt)
  const held = useHold(wish, startsAt, !draft.draft.sent)
  const questions = questionsFor(wish, shop.questions)
  const deposit = held.hold?.deposit ?? undefined
  const policyId = deposit?.policy?.id ?? 0
  const choices = placeOf('/book', wish, { day })

  return (
    <Screen
      title={words.confirm.title}
      above={choices}
      foot={<BookButton {...{ wish, startsAt, draft, held, questions, choices }} />}
    >
      <Card>
        <Facts
          of={[
            { icon: 'calendar', label: words.confirm.when, text: words.at(days.clock(startsAt), days.fullDay(day)) },
            { icon: 'place', label: words.confirm.where, text: shop.name, more: shop.address },
          ]}
        />
        <div className="confirm-what">
          <Lines wish={wish} hold={held.hold} />
          {wish.people > 1 && <p className="small muted">{words.book.forPeople(wish.people)}</p>}
        </div>
        <Policy startsAt={startsAt} />
      </Card>
      {deposit && (
        <DepositTerms
          asked={deposit}
          agreed={draft.draft.agreed === policyId}
          onAgree={(agreed) => draft.change({ agreed: agreed ? policyId : null, repeat: null })}
        />
      )}
      <PhoneOffer />
      <Intake
        questions={questions}
        answers={draft.draft.answers}
        onAnswer={(id, answer) => draft.change({ answers: { ...draft.draft.answers, [id]: answer } })}
      />
      <Field
        label={words.confirm.note}
        placeholder={words.confirm.notePlaceholder}
        value={draft.draft.note}
        maxLength={500}
        lines={2}
        onChange={(note) => draft.change({ note })}
      />
      {!deposit && (
        <Repeat wish={wish} startsAt={startsAt} draft={draft} asks={questions.some(({ required }) => required)} />
      )}
    </Screen>
  )
}

/** What the shop says it will be; until it has answered, what we reckon. */
function Lines({ wish, hold }: { wish: Wish; hold: Hold | undefined }) {
  const words = useWords()
  const reckoned = priced(wish, useShop())
  const priceVnd = hold?.priceVnd ?? reckoned.priceVnd
  const points = usePointsToEarn(priceVnd)
  const total = sayPrice({ ...reckoned, priceVnd }, words)
  const lines = hold
    ? linesOf(hold.parts).map((line, i) => ({
        ...line,
        price: sayPrice({ priceVnd: hold.parts[i]!.priceVnd, isFrom: reckoned.pieces[i]?.isFrom ?? false }, words),
      }))
    : reckoned.pieces.map((piece) => ({
        name: [piece.name, ...piece.addonNames].join(' + '),
        staffName: piece.staffName,
        minutes: piece.minutes,
        price: sayPrice(piece, words),
      }))
  const extra = hold && hold.priceVnd - hold.parts.reduce((sum, { priceVnd }) => sum + priceVnd, 0)
  return (
    <>
      <VisitLines lines={lines} total={total} />
      {extra !== undefined && extra > 0 && (
        <p className="small muted">{words.book.surchargeVnd(formatVnd(extra), formatVnd(hold!.priceVnd))}</p>
      )}
      {points && <p className="small muted">{words.done.earn(points)}</p>}
    </>
  )
}
