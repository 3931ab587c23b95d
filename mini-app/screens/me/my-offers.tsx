import { answerOf } from '../../answer.ts'
import { api } from '../../api.ts'
import { useWords } from '../../language.ts'
import { useAct } from '../../load.ts'
import { Card } from '../../parts/card.tsx'
import { ActProblem } from '../../parts/loaded.tsx'
import './my-offers.css'

type MyOffersProps = { wanted: boolean; onChanged: () => void }

/** Consent to offers: off until the shopper turns it on, under words that name kind, form and frequency. */
export function MyOffers({ wanted, onChanged }: MyOffersProps) {
  const words = useWords().me
  const turn = useAct(async (granted: boolean) => {
    await answerOf(api.me.consents.marketing.$put({ json: { granted } }))
    onChanged()
  })
  return (
    <Card>
      <label className="me-offers">
        <span className="me-label">{words.offers}</span>
        <input
          type="checkbox"
          role="switch"
          aria-checked={wanted}
          className="me-offers-switch"
          aria-describedby="me-offers-why"
          checked={wanted}
          disabled={turn.busy}
          onChange={(event) => turn.run(event.currentTarget.checked)}
        />
      </label>
      <p id="me-offers-why" className="small muted">
        {words.offersWhy}
      </p>
      <ActProblem of={turn} />
    </Card>
  )
}
