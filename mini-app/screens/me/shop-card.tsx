import { useWords } from '../../language.ts'
import { Card } from '../../parts/card.tsx'
import { Facts } from '../../parts/facts.tsx'
import { FollowCard, Followed } from '../../parts/follow-card.tsx'
import { ReachShop } from '../../parts/reach-shop.tsx'
import { useShop } from '../../shop.ts'
import { OpeningHours } from './opening-hours.tsx'

type ShopCardProps = { followsOa: boolean | undefined; onFollowed: () => void }

/** Where the shop is, when it is open, and the ways to reach it. */
export function ShopCard({ followsOa, onFollowed }: ShopCardProps) {
  const words = useWords()
  const shop = useShop()
  return (
    <>
      <Card>
        <h2 className="me-label">{shop.name}</h2>
        <Facts of={[{ icon: 'place', label: words.confirm.where, text: shop.address }]} />
        <OpeningHours hours={shop.hours} />
        <ReachShop />
      </Card>
      {followsOa === false && <FollowCard onFollowed={onFollowed} />}
      {followsOa && <Followed />}
    </>
  )
}
