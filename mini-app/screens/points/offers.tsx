import { useState } from 'react'
import type { Points } from '../../api.ts'
import { useDays } from '../../days.ts'
import { useWords } from '../../language.ts'
import { kindOf, missingFor, type Offer } from '../../offers.ts'
import { Button } from '../../parts/button.tsx'
import { Card, Empty } from '../../parts/card.tsx'
import { usePointWords } from '../../point-words.ts'
import { useShop } from '../../shop.ts'
import { TakeSheet } from './take-sheet.tsx'

type OffersProps = { points: Points; onChanged: () => void }

/** What can be taken now, each with its conditions; where points are missing, how many. */
export function Offers({ points, onChanged }: OffersProps) {
  const words = useWords().offers
  const [taking, take] = useState<Offer>()
  return (
    <section className="points-part">
      <h2>{words.title}</h2>
      {points.rewards.length === 0 && <Empty title={words.none} words={words.noneWords} />}
      {points.rewards.map((offer) => (
        <OneOffer key={offer.id} offer={offer} balance={points.balance} onTake={() => take(offer)} />
      ))}
      {taking && (
        <TakeSheet
          offer={taking}
          points={points}
          onClose={() => {
            take(undefined)
            onChanged()
          }}
        />
      )}
    </section>
  )
}

type OneOfferProps = { offer: Offer; balance: number; onTake: () => void }

function OneOffer({ offer, balance, onTake }: OneOfferProps) {
  const words = useWords().offers
  const say = usePointWords()
  const { name, pointsCost, reachable } = offer
  return (
    <Card>
      <div className="offer-head">
        <h3>{name}</h3>
        <span className="offer-cost">{pointsCost > 0 ? say(pointsCost) : words.free}</span>
      </div>
      <Conditions offer={offer} />
      {reachable ? (
        <Button look="soft" onPress={onTake}>
          {words.take}
          <span className="unseen"> {name}</span>
        </Button>
      ) : (
        <>
          <div className="offer-way" aria-hidden="true">
            <div style={{ width: `${Math.max(0, (balance / pointsCost) * 100)}%` }} />
          </div>
          <p className="small muted">{words.missing(say(missingFor(offer, balance)))}</p>
        </>
      )}
    </Card>
  )
}

/** What it is, until when it can be taken, on which days used, and what the shop says besides. */
export function Conditions({ offer }: { offer: Offer }) {
  const words = useWords()
  const days = useDays()
  const shop = useShop()
  const { toDay, weekdays } = offer
  const named = weekdays.map((weekday) => words.weekdays[weekday - 1]).join(', ')
  const lines = [
    kindOf(offer, words, shop),
    toDay && words.offers.until(days.date(toDay)),
    named && words.offers.weekdays(named),
  ].filter((line) => typeof line === 'string' && line !== '')
  return (
    <div className="offer-words small">
      <p>{lines.join(' · ')}</p>
      {offer.words && <p className="muted offer-terms">{offer.words}</p>}
    </div>
  )
}
