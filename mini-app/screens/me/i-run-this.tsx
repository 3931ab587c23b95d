import { type FormEvent, useState } from 'react'
import { answerOf } from '../../answer.ts'
import { api } from '../../api.ts'
import { useWords } from '../../language.ts'
import { useAct } from '../../load.ts'
import { Button } from '../../parts/button.tsx'
import { Field } from '../../parts/field.tsx'
import { ActProblem } from '../../parts/loaded.tsx'
import { Sheet } from '../../parts/sheet.tsx'

/** Whoever runs the shop types the code of its admin page here, and is told of it in this Zalo. */
export function IRunThis() {
  const words = useWords().owner
  const [isOpen, open] = useState(false)
  return (
    <>
      <Button look="plain" onPress={() => open(true)}>
        {words.title}
      </Button>
      {isOpen && <CodeSheet onClose={() => open(false)} />}
    </>
  )
}

function CodeSheet({ onClose }: { onClose: () => void }) {
  const words = useWords()
  const [code, type] = useState('')
  const [isTied, tied] = useState(false)
  const tie = useAct(async () => {
    await answerOf(api.me.owner.$post({ json: { code } }))
    tied(true)
  })
  const isWhole = /^\d{6}$/.test(code)
  function onSubmit(event: FormEvent) {
    event.preventDefault()
    if (isWhole) tie.run()
  }
  return (
    <Sheet title={words.owner.title} onClose={onClose}>
      <p className="muted">{isTied ? words.owner.done : words.owner.why}</p>
      {!isTied && (
        <form className="me-code" onSubmit={onSubmit}>
          <Field
            label={words.owner.label}
            hint={words.owner.hint}
            inputMode="numeric"
            maxLength={6}
            value={code}
            onChange={type}
          />
          <ActProblem of={tie} />
          <Button submit wide busy={tie.busy} disabled={!isWhole}>
            {words.owner.send}
          </Button>
        </form>
      )}
      <Button look="plain" wide onPress={onClose}>
        {words.close}
      </Button>
    </Sheet>
  )
}
