import { useState } from 'react'
import { displayPhone } from '../../../shared/phone.ts'
import { answerOf } from '../../answer.ts'
import { api } from '../../api.ts'
import { useWords } from '../../language.ts'
import { useAct } from '../../load.ts'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { ActProblem } from '../../parts/loaded.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { sharePhone } from '../../phone.ts'

type MyPhoneProps = { phone: string | null; onChanged: () => void }

/** The number, given with a reason and taken back as easily. */
export function MyPhone({ phone, onChanged }: MyPhoneProps) {
  const words = useWords().me
  const [outcome, become] = useState<'refused' | 'silent'>()
  const [isAsking, ask] = useState(false)

  const give = useAct(async () => {
    const came = await sharePhone()
    become(came === 'shared' ? undefined : came)
    if (came === 'shared') onChanged()
  })

  if (!phone) {
    return (
      <Card>
        <div>
          <h2 className="me-label">{words.phone}</h2>
          <p className="small muted" role="status">
            {outcome === 'refused' ? words.phoneRefused : outcome === 'silent' ? words.phoneSilent : words.phoneWhy}
          </p>
        </div>
        <ActProblem of={give} />
        <Button look="soft" icon="phone" busy={give.busy} onPress={give.run}>
          {words.phoneGive}
        </Button>
      </Card>
    )
  }
  return (
    <Card>
      <h2 className="me-label">{words.phone}</h2>
      <div className="me-phone">
        <span>{displayPhone(phone)}</span>
        <Button look="plain" onPress={() => ask(true)}>
          {words.phoneTake}
        </Button>
      </div>
      <p className="small muted">{words.phoneWhy}</p>
      {isAsking && (
        <TakeBack
          onClose={() => ask(false)}
          onTaken={() => {
            ask(false)
            onChanged()
          }}
        />
      )}
    </Card>
  )
}

function TakeBack({ onClose, onTaken }: { onClose: () => void; onTaken: () => void }) {
  const words = useWords().me
  const take = useAct(async () => {
    await answerOf(api.me.phone.$delete())
    onTaken()
  })
  return (
    <Sheet title={words.sheetTitle} onClose={onClose}>
      <p className="muted">{words.sheetWords}</p>
      <ActProblem of={take} />
      <Button look="danger" wide busy={take.busy} onPress={take.run}>
        {words.sheetYes}
      </Button>
      <Button look="plain" wide onPress={onClose}>
        {words.sheetNo}
      </Button>
    </Sheet>
  )
}
