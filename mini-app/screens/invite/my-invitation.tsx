import { answerOf } from '../../answer.ts'
import { api, type Invitation } from '../../api.ts'
import { useDraft } from '../../draft.ts'
import { deviceId, dropInvite, inviteKept } from '../../invited.ts'
import { useWords } from '../../language.ts'
import { useAct } from '../../load.ts'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { Field } from '../../parts/field.tsx'
import { ActProblem } from '../../parts/loaded.tsx'
import { usePointWords } from '../../point-words.ts'

/** Who brought me: said once, before the first visit; a link has already filled the code in. */
export function MyInvitation({ invitation, onSent }: { invitation: Invitation; onSent: () => void }) {
  const words = useWords().invite
  const say = usePointWords()
  const typed = useDraft<{ code?: string }>('invite', {})
  const code = typed.draft.code ?? inviteKept() ?? ''
  const send = useAct(async () => {
    await answerOf(api.referrals.$post({ json: { code, device: deviceId() } }))
    dropInvite()
    typed.finish()
    onSent()
  })
  if (invitation.broughtBy)
    return (
      <Card tone="soft">
        <p role="status">{words.sent(invitation.broughtBy.name)}</p>
      </Card>
    )
  return (
    <Card tone="soft">
      <form
        className="invite-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (code.trim()) void send.run()
        }}
      >
        <h2>{words.mine}</h2>
        <p className="small">{words.mineWhy(say(invitation.terms.friendPoints))}</p>
        <Field label={words.mineCode} value={code} maxLength={40} onChange={(next) => typed.change({ code: next })} />
        <ActProblem of={send} />
        <Button submit busy={send.busy} disabled={!code.trim()}>
          {words.send}
        </Button>
      </form>
    </Card>
  )
}
