import { useState } from 'react'
import { newId } from '../../../shared/ids.ts'
import { answerOf } from '../../answer.ts'
import { api, type Points, type Voucher } from '../../api.ts'
import { useDraft } from '../../draft.ts'
import { useWords } from '../../language.ts'
import { useAct } from '../../load.ts'
import { isUsable, type Offer } from '../../offers.ts'
import { Button } from '../../parts/button.tsx'
import { ActProblem } from '../../parts/loaded.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { usePointWords } from '../../point-words.ts'
import { Conditions } from './offers.tsx'
import { AgreeFirst, needsTerms } from './terms.tsx'
import { VoucherCode } from './voucher-code.tsx'

type TakeSheetProps = { offer: Offer; points: Points; onClose: () => void }

/** Asks once more what it costs and how long it holds; then shows what was got. */
export function TakeSheet({ offer, points, onClose }: TakeSheetProps) {
  const words = useWords()
  const say = words.offers
  const { voucher, take } = useTaking(offer.id, points.vouchers)
  const [agreed, agree] = useState(!needsTerms(points.terms))
  if (points.terms && !agreed && !voucher)
    return <AgreeFirst terms={points.terms} onAgreed={() => agree(true)} onClose={onClose} />
  if (voucher) {
    return (
      <Sheet title={say.taken} onClose={onClose}>
        <p className="strong">{voucher.name}</p>
        <VoucherCode voucher={voucher} />
        <Button wide onPress={onClose}>
          {words.close}
        </Button>
      </Sheet>
    )
  }
  return (
    <Sheet title={say.sheetTitle} onClose={onClose}>
      <p className="strong">{offer.name}</p>
      <Conditions offer={offer} />
      <Price offer={offer} spendable={points.spendable} />
      <ActProblem of={take} />
      {take.problem?.kind === 'refusal' ? (
        <Button wide onPress={onClose}>
          {say.others}
        </Button>
      ) : (
        <>
          <TakeButton offer={offer} take={take} />
          <Button look="plain" wide onPress={onClose}>
            {say.no}
          </Button>
        </>
      )}
    </Sheet>
  )
}

function Price({ offer: { pointsCost, startsAfterDays }, spendable }: { offer: Offer; spendable: number }) {
  const words = useWords().offers
  const say = usePointWords()
  return (
    <div className="offer-price">
      <p className="strong">
        {pointsCost > 0 ? words.costs(say(pointsCost), say(spendable - pointsCost)) : words.costsNothing}
      </p>
      <p className="small">{pointsCost > 0 && startsAfterDays === 0 ? words.holdsToday : words.holds}</p>
    </div>
  )
}

function TakeButton({ offer: { pointsCost }, take }: { offer: Offer; take: ReturnType<typeof useTaking>['take'] }) {
  const words = useWords().offers
  const say = usePointWords()
  return (
    <Button wide busy={take.busy} onPress={take.run}>
      {pointsCost > 0 ? words.yes(say(pointsCost)) : words.yesFree}
    </Button>
  )
}

/** Takes an offer once, however often it is tried: its id is kept until an answer has come. */
function useTaking(offerId: string, mine: Voucher[]) {
  const draft = useDraft<{ id?: string }>(`voucher ${offerId}`, {})
  const [voucher, got] = useState<Pick<Voucher, 'code' | 'name' | 'expiresAt'>>()
  const take = useAct(async () => {
    // An earlier try may have arrived unheard; once that voucher is over, taking the offer means another one.
    const isOver = mine.some((voucher) => voucher.id === draft.draft.id && !isUsable(voucher))
    const id = isOver ? newId() : draft.draft.id
    draft.change({ id })
    got(await answerOf(api.vouchers.$post({ json: { id, offerId } })))
    draft.finish()
  })
  return { voucher, take }
}
