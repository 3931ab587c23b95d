import { answerOf } from '../../answer.ts'
import { api, until } from '../../api.ts'
import { useWords } from '../../language.ts'
import { useLoad } from '../../load.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { Screen } from '../../parts/screen.tsx'
import { Skeleton, Skeletons } from '../../parts/skeleton.tsx'
import { useShop } from '../../shop.ts'
import { Wallets } from '../wallets/wallets.tsx'
import { Balance } from './balance.tsx'
import { History } from './history.tsx'
import { MemberCode } from './member-code.tsx'
import { Offers } from './offers.tsx'
import './points.css'
import { TierCard } from './tier.tsx'
import { Vouchers } from './vouchers.tsx'

/** What I have, what I have taken, what else it buys, and how it came to be. */
export function Points() {
  const words = useWords().pointsScreen
  const points = useLoad('points', (signal) => answerOf(api.points.$get({}, until(signal))))
  return (
    <Screen title={words.title}>
      <MemberCode />
      <Loaded
        of={points}
        shape={
          <>
            <Skeleton height={124} />
            <Skeletons count={4} height={96} />
          </>
        }
      >
        {(known) => (
          <>
            <Balance points={known} />
            {known.tier && <TierCard tier={known.tier} />}
            <Wallets />
            <Vouchers vouchers={known.vouchers} onChanged={points.again} />
            <Offers points={known} onChanged={points.again} />
            <History key={known.entries[0]?.id} newest={known.entries} />
            <Terms />
          </>
        )}
      </Loaded>
    </Screen>
  )
}

/** What who collects points agrees to, as the shop wrote it (L-47). */
function Terms() {
  const words = useWords().pointsScreen
  const { pointTerms } = useShop()
  if (!pointTerms) return null
  return (
    <details className="points-terms">
      <summary>{words.terms}</summary>
      <p className="small">{pointTerms}</p>
    </details>
  )
}
