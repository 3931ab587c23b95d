import { useState } from 'react'
import { displayPhone } from '../../shared/phone.ts'
import { answerOf } from '../answer.ts'
import { api, until } from '../api.ts'
import { useWords } from '../language.ts'
import { useAct, useLoad } from '../load.ts'
import { Button } from './button.tsx'
import { Card } from './card.tsx'
import { Icon } from './icon.tsx'
import { ActProblem } from './loaded.tsx'
import './phone-offer.css'
import { sharePhone } from '../phone.ts'
import { Skeleton } from './skeleton.tsx'

type Said = { phoneWhy: string; phoneHave: (phone: string) => string; phoneRefused: string }

/**
 * Says what the number is for before Zalo asks for it. Without it one can book or order all the same, and is told what is
 * missed. `of` says so of something else than a booking.
 */
export function PhoneOffer({ of }: { of?: Said }) {
  const words = { ...useWords().confirm, ...of }
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
