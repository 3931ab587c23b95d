import { type FormEvent, useState } from 'react'
import { answerOf } from '../../answer.ts'
import { api, type Why } from '../../api.ts'
import { useDraft } from '../../draft.ts'
import { useWords } from '../../language.ts'
import { useAct } from '../../load.ts'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { Field } from '../../parts/field.tsx'
import { ActProblem } from '../../parts/loaded.tsx'
import { ReachShop } from '../../parts/reach-shop.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import './asking.css'
import { useAsking } from './use-asking.ts'

type Props = { why: Why; onChanged: () => void }

/** Who doubts an entry asks the shop here, and reads the answer at the same place (B-10). */
export function Wrong({ why, onChanged }: Props) {
  const { wrong: words } = useAsking()
  const [isOpen, open] = useState(false)
  const asked = why.case
  const close = () => {
    open(false)
    onChanged()
  }
  return (
    <>
      {asked && <Asked of={asked} />}
      {asked?.state !== 'open' && (
        <Button look="plain" icon="message" onPress={() => open(true)}>
          {asked ? words.again : words.open}
        </Button>
      )}
      {isOpen && <WrongSheet entryId={why.id} onClose={close} />}
    </>
  )
}

function Asked({ of: asked }: { of: NonNullable<Why['case']> }) {
  const { wrong: words } = useAsking()
  return (
    <Card tone={asked.answer === null ? 'plain' : 'soft'}>
      <p className="small muted">{words.yours}</p>
      <p className="case-words">{asked.words}</p>
      {asked.answer === null ? (
        <p className="small muted">{words.waiting}</p>
      ) : (
        <>
          <p className="small muted">{words.answered}</p>
          <p className="case-words strong">{asked.answer}</p>
        </>
      )}
    </Card>
  )
}

function WrongSheet({ entryId, onClose }: { entryId: string; onClose: () => void }) {
  const words = useWords()
  const { wrong: say } = useAsking()
  const { draft, change, finish } = useDraft<{ words: string }>(`case ${entryId}`, { words: '' })
  const [isSent, tellSent] = useState(false)
  const send = useAct(async () => {
    await answerOf(api.cases.$post({ json: { id: draft.id, entryId, words: draft.words } }))
    finish()
    tellSent(true)
  })
  function onSubmit(event: FormEvent) {
    event.preventDefault()
    if (draft.words.trim()) send.run()
  }
  if (isSent)
    return (
      <Sheet title={say.sent} onClose={onClose}>
        <p className="muted">{say.sentWords}</p>
        <Button wide onPress={onClose}>
          {words.close}
        </Button>
      </Sheet>
    )
  return (
    <Sheet title={say.open} onClose={onClose}>
      <form className="case-form" onSubmit={onSubmit}>
        <Field
          label={say.label}
          hint={say.hint}
          lines={4}
          maxLength={1000}
          value={draft.words}
          onChange={(typed) => change({ words: typed })}
        />
        <ActProblem of={send} />
        <Button submit wide busy={send.busy} disabled={!draft.words.trim()}>
          {say.send}
        </Button>
      </form>
      <p className="small muted">{say.other}</p>
      <ReachShop />
      <Button look="plain" wide onPress={onClose}>
        {words.close}
      </Button>
    </Sheet>
  )
}
