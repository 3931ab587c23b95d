import { useState } from 'react'
import { answerOf } from '../../answer.ts'
import { api, type Points } from '../../api.ts'
import { useAct } from '../../load.ts'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { ActProblem } from '../../parts/loaded.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import './asking.css'
import { useAsking } from './use-asking.ts'

type Terms = NonNullable<Points['terms']>

export const needsTerms = (terms: Points['terms']) => terms?.accepted === false

/** The terms to read, and to agree to where that has not been done (L-47). */
export function TermsCard({ terms, onChanged }: { terms: Points['terms']; onChanged: () => void }) {
  const words = useAsking().terms
  const [isOpen, open] = useState(false)
  if (!terms) return null
  if (terms.accepted)
    return (
      <details className="points-terms">
        <summary>{words.title}</summary>
        <p className="small">{terms.words}</p>
      </details>
    )
  const close = () => {
    open(false)
    onChanged()
  }
  return (
    <Card>
      <h2 className="why-title">{words.title}</h2>
      <p className="small">{words.first}</p>
      <Button look="soft" onPress={() => open(true)}>
        {words.read}
      </Button>
      {isOpen && <AgreeFirst terms={terms} onAgreed={close} onClose={close} />}
    </Card>
  )
}

type AgreeProps = { terms: Terms; onAgreed: () => void; onClose: () => void }

/** Asked before the first thing that uses points; what was earned stays either way. */
export function AgreeFirst({ terms, onAgreed, onClose }: AgreeProps) {
  const words = useAsking().terms
  const agree = useAct(async () => {
    await answerOf(api.points.terms.$post({ json: { version: terms.version } }))
    onAgreed()
  })
  return (
    <Sheet title={words.title} onClose={onClose}>
      <p className="small muted">{words.first}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long words are scrolled by the keyboard too */}
      <section className="terms-words" tabIndex={0} aria-label={words.title}>
        {terms.words}
      </section>
      <ActProblem of={agree} />
      <Button wide busy={agree.busy} onPress={agree.run}>
        {words.agree}
      </Button>
      <Button look="plain" wide onPress={onClose}>
        {words.later}
      </Button>
    </Sheet>
  )
}
