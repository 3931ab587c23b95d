import { useState } from 'react'
import { configuredOaId } from '../host.ts'
import { useWords } from '../language.ts'
import { useAct } from '../load.ts'
import { useShop } from '../shop.ts'
import { followOa } from '../zalo.ts'
import { Button } from './button.tsx'
import { Card } from './card.tsx'
import { Icon } from './icon.tsx'

/** The shop's page in Zalo: to be followed once, for somebody who does not yet. */
export function FollowCard({ onFollowed }: { onFollowed: () => void }) {
  const words = useWords().me
  const oaId = useShop().oaId || configuredOaId
  const [outcome, become] = useState<'granted' | 'refused' | 'silent' | 'unsupported'>()
  const follow = useAct(async () => {
    const { state } = await followOa(oaId)
    become(state)
    if (state === 'granted') onFollowed()
  })

  if (!oaId) return null
  if (outcome === 'granted') return <Followed />
  return (
    <Card>
      <div>
        <h3>{words.follow}</h3>
        <p className="small muted" role="status">
          {outcome === undefined ? words.followWhy : outcome === 'refused' ? words.followRefused : words.zaloSilent}
        </p>
      </div>
      <Button look="soft" icon="heart" busy={follow.busy} onPress={follow.run}>
        {words.followButton}
      </Button>
    </Card>
  )
}

export function Followed() {
  const words = useWords().me
  return (
    <p className="followed" role="status">
      <Icon name="heart" size={20} filled />
      {words.follows}
    </p>
  )
}
