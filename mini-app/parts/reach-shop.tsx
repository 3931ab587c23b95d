import { useState } from 'react'
import { displayPhone } from '../../shared/phone.ts'
import { configuredOaId } from '../host.ts'
import { useWords } from '../language.ts'
import { useAct } from '../load.ts'
import { useShop } from '../shop.ts'
import { chatWithOa } from '../zalo.ts'
import { Button } from './button.tsx'
import { CallLink } from './call-link.tsx'
import './reach-shop.css'

/** The ways to speak with the shop: its chat in Zalo, where it has one, and its phone. */
export function ReachShop() {
  const words = useWords()
  const shop = useShop()
  const oaId = shop.oaId || configuredOaId
  const [isSilent, tell] = useState(false)
  const chat = useAct(async () => {
    const { state } = await chatWithOa(oaId)
    tell(state === 'silent' || state === 'unsupported')
  })
  return (
    <>
      <div className="reach-shop">
        {oaId && (
          <Button look="soft" icon="message" busy={chat.busy} onPress={chat.run}>
            {words.me.chat}
          </Button>
        )}
        <CallLink phone={shop.phone}>{words.callTo(displayPhone(shop.phone))}</CallLink>
      </div>
      {isSilent && (
        <p className="small" role="status">
          {words.me.zaloSilent}
        </p>
      )}
    </>
  )
}
