import { useEffect, useState } from 'react'
import { answerOf } from './answer.ts'
import { api, until } from './api.ts'
import { useLoad } from './load.ts'
import { drop, keep, recall } from './storage.ts'
import { userId } from './zalo.ts'

/** What this phone makes its codes from, how far its clock is behind the shop's, and for whom it was given. */
type Card = { ref: string; number: number; secret: string; behindMs: number; zaloId?: string | undefined }

const kept = 'member-card'

/** The card as it was kept, so that there is a code without a network too; asked for afresh when there is one. */
export function useMemberCard() {
  const [before, setBefore] = useState(() => recall<Card>(kept))
  const asked = useLoad('member-card', async (signal) => {
    const { serverNow, ...given } = await answerOf(api.me['member-code'].$get({}, until(signal)))
    const behindMs = Date.parse(serverNow) - Date.now()
    const card: Card = { ...given, behindMs, zaloId: await knownId() }
    keep(kept, card)
    return card
  })

  // One phone may know two Zalo accounts, and one of them must not pay with the other's points.
  useEffect(() => {
    void knownId().then((id) => {
      if (!id || !before?.zaloId || id === before.zaloId) return
      if (recall<Card>(kept)?.zaloId === before.zaloId) drop(kept)
      setBefore(undefined)
    })
  }, [before])

  return { ...asked, answer: asked.answer ?? before }
}

async function knownId() {
  const person = await userId()
  return person.state === 'granted' ? person.value : undefined
}
