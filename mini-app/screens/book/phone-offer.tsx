import { useState } from 'react'
import { displayPhone } from '../../../shared/phone.ts'
import { answerOf } from '../../answer.ts'
import { api, until } from '../../api.ts'
import { useWords } from '../../language.ts'
import { useAct, useLoad } from '../../load.ts'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { Icon } from '../../parts/icon.tsx'
import { ActProblem } from '../../parts/loaded.tsx'
import { Skeleton } from '../../parts/skeleton.tsx'
import { sharePhone } from '../../phone.ts'

/** Says what the number is for before Zalo asks for it. Without it one can book all the same, and is told what is missed. */
export function PhoneOffer() {
  const words = useWords().confirm
  const me = useLoad('me', (signal) => answerOf(api.me.$get({}, until(signal))))
  const [outcome, become] = useState<'refused' | 'silent'>()

  const share = useAct(async () => {
    const came = await sharePhone()
    become(came === 'shared' ? undefined : came)
    if (came === 'shared') me.again()
  })

  if (!me.answer) return me.problem ? null : <Skeleton height={148} />
  if (me.answer.phone) {
    return (
      <p className="phone-have">
        <Icon name="check" size={20} />
        {words.phoneHave(displayPhone(me.answer.phone))}
      </p>
    )
  }
  return (
    <Card tone="soft">
      <h2 className="phone-title">
        <Icon name="bell" size={20} />
        {words.phoneTitle}
      </h2>
      <p className="small" role="status">
        {outcome === 'refused' ? words.phoneRefused : outcome === 'silent' ? words.phoneSilent : words.phoneWhy}
      </p>
      <ActProblem of={share} />
      <Button look={outcome === 'refused' ? 'plain' : 'main'} busy={share.busy} onPress={share.run}>
        {words.phoneButton}
      </Button>
    </Card>
  )
}
