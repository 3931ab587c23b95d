import { type FormEvent, useState } from 'react'
import { answerOf } from '../../answer.ts'
import { api, type Points, type Voucher } from '../../api.ts'
import { useDraft } from '../../draft.ts'
import { useWords } from '../../language.ts'
import { useAct } from '../../load.ts'
import { Button } from '../../parts/button.tsx'
import { Field } from '../../parts/field.tsx'
import { ActProblem } from '../../parts/loaded.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { AgreeFirst, needsTerms } from './terms.tsx'
import { useAsking } from './use-asking.ts'
import { VoucherCode } from './voucher-code.tsx'

type Props = { terms: Points['terms']; onChanged: () => void }

/** Somebody has a code: from a leaflet, a message, a partner (L-34). */
export function EnterCode({ terms, onChanged }: Props) {
  const words = useAsking().code
  const [isOpen, open] = useState(false)
  const close = () => {
    open(false)
    onChanged()
  }
  return (
    <>
      <Button look="soft" icon="gift" onPress={() => open(true)}>
        {words.open}
      </Button>
      {isOpen && <CodeSheet terms={terms} onClose={close} />}
    </>
  )
}

function CodeSheet({ terms, onClose }: { terms: Points['terms']; onClose: () => void }) {
  const words = useWords()
  const { code: say } = useAsking()
  const [agreed, agree] = useState(!needsTerms(terms))
  const { draft, change, finish } = useDraft<{ code: string }>('code', { code: '' })
  const [voucher, got] = useState<Pick<Voucher, 'code' | 'name' | 'expiresAt'>>()
  const take = useAct(async () => {
    got(await answerOf(api.codes.$post({ json: { id: draft.id, code: draft.code } })))
    finish()
  })
  function onSubmit(event: FormEvent) {
    event.preventDefault()
    if (draft.code.trim()) take.run()
  }
  if (voucher)
    return (
      <Sheet title={say.got} onClose={onClose}>
        <p className="strong">{voucher.name}</p>
        <VoucherCode voucher={voucher} />
        <Button wide onPress={onClose}>
          {words.close}
        </Button>
      </Sheet>
    )
  if (terms && !agreed) return <AgreeFirst terms={terms} onAgreed={() => agree(true)} onClose={onClose} />
  return (
    <Sheet title={say.title} onClose={onClose}>
      <form className="code-form" onSubmit={onSubmit}>
        <Field
          label={say.label}
          hint={say.hint}
          maxLength={40}
          value={draft.code}
          onChange={(code) => change({ code })}
        />
        <ActProblem of={take} />
        <Button submit wide busy={take.busy} disabled={!draft.code.trim()}>
          {say.send}
        </Button>
      </form>
      <Button look="plain" wide onPress={onClose}>
        {words.close}
      </Button>
    </Sheet>
  )
}
