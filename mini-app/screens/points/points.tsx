import { answerOf } from '../../answer.ts'
import { api, until } from '../../api.ts'
import { useWords } from '../../language.ts'
import { useLoad } from '../../load.ts'
import { InviteLink } from '../../parts/invite-link.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Screen } from '../../parts/screen.tsx'
import { Skeleton, Skeletons } from '../../parts/skeleton.tsx'
import { Wallets } from '../wallets/wallets.tsx'
import { Answers } from './answers.tsx'
import { Balance } from './balance.tsx'
import { EnterCode } from './enter-code.tsx'
import { History } from './history.tsx'
import { MemberCode } from './member-code.tsx'
import { Offers } from './offers.tsx'
import './points.css'
import { needsTerms, TermsCard } from './terms.tsx'
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
            <Answers of={known.answers} />
            {needsTerms(known.terms) && <TermsCard terms={known.terms} onChanged={points.again} />}
            {known.tier && <TierCard tier={known.tier} />}
            <Wallets />
            <InviteLink />
            <Vouchers vouchers={known.vouchers} onChanged={points.again} />
            <EnterCode terms={known.terms} onChanged={points.again} />
            <Offers points={known} onChanged={points.again} />
            <History key={known.entries[0]?.id} newest={known.entries} />
            {!needsTerms(known.terms) && <TermsCard terms={known.terms} onChanged={points.again} />}
          </>
        )}
      </Loaded>
    </Screen>
  )
}
