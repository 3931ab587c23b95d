import { answerOf } from '../../answer.ts'
import { api, type Me } from '../../api.ts'
import { useWords } from '../../language.ts'
import { useAct } from '../../load.ts'
import { Card } from '../../parts/card.tsx'
import { ActProblem } from '../../parts/loaded.tsx'
import './my-messages.css'

type MyMessagesProps = { me: Pick<Me, 'wantsNews' | 'wantsOffers'>; onChanged: () => void }

/** Which messages the shopper wants; about a visit that is booked they come in any case. */
export function MyMessages({ me, onChanged }: MyMessagesProps) {
  const words = useWords().me
  return (
    <Card>
      <Wish
        purpose="visit_messages"
        wanted={me.wantsNews}
        label={words.news}
        why={words.newsWhy}
        onChanged={onChanged}
      />
      <Wish
        purpose="marketing"
        wanted={me.wantsOffers}
        label={words.offers}
        why={words.offersWhy}
        onChanged={onChanged}
      />
    </Card>
  )
}

type WishProps = {
  purpose: 'visit_messages' | 'marketing'
  wanted: boolean
  label: string
  why: string
  onChanged: () => void
}

/** Offers are off until the shopper turns them on, under words that name kind, form and frequency. */
function Wish({ purpose, wanted, label, why, onChanged }: WishProps) {
  const turn = useAct(async (granted: boolean) => {
    await answerOf(api.me.consents[':purpose'].$put({ param: { purpose }, json: { granted } }))
    onChanged()
  })
  return (
    <div>
      <label className="me-wish">
        <span className="me-label">{label}</span>
        <input
          type="checkbox"
          role="switch"
          aria-checked={wanted}
          className="me-wish-switch"
          aria-describedby={`me-${purpose}`}
          checked={wanted}
          disabled={turn.busy}
          onChange={(event) => turn.run(event.currentTarget.checked)}
        />
      </label>
      <p id={`me-${purpose}`} className="small muted">
        {why}
      </p>
      <ActProblem of={turn} />
    </div>
  )
}
