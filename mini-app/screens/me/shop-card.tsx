import { useState } from 'react'
import { displayPhone } from '../../../shared/phone.ts'
import { configuredOaId } from '../../host.ts'
import { useWords } from '../../language.ts'
import { useAct } from '../../load.ts'
import { Button } from '../../parts/button.tsx'
import { CallLink } from '../../parts/call-link.tsx'
import { Card } from '../../parts/card.tsx'
import { Facts } from '../../parts/facts.tsx'
import { FollowCard, Followed } from '../../parts/follow-card.tsx'
import { useShop } from '../../shop.ts'
import { chatWithOa } from '../../zalo.ts'
import { OpeningHours } from './opening-hours.tsx'

type ShopCardProps = { followsOa: boolean | undefined; onFollowed: () => void }

/** Where the shop is, when it is open, and the ways to reach it. */
export function ShopCard({ followsOa, onFollowed }: ShopCardProps) {
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
      <Card>
        <h2 className="me-label">{shop.name}</h2>
        <Facts of={[{ icon: 'place', label: words.confirm.where, text: shop.address }]} />
        <OpeningHours hours={shop.hours} />
        <div className="me-reach">
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
      </Card>
      {followsOa === false && <FollowCard onFollowed={onFollowed} />}
      {followsOa && <Followed />}
    </>
  )
}
