import type { Visit } from '../../answers.ts'
import { CancelVisit } from './cancel-visit.tsx'
import { ClaimCode } from './claim-code.tsx'
import { CompleteVisit } from './complete-visit.tsx'
import { MoveVisit } from './move/move-visit.tsx'
import { RefundVisit } from './refund-visit.tsx'

export type Asking =
  | 'complete'
  | 'cancel'
  | 'no-show'
  | 'move'
  | 'decline'
  | 'refund'
  | 'claim'
  | 'waive'
  | 'deposit-code'

type Props = { visit: Visit; asking: Asking | undefined; onClose: () => void; onDone: () => void }

/** What is asked before an act on a visit is taken. */
export const VisitDialogs = ({ visit, asking, onClose, onDone }: Props) => (
  <>
    <MoveVisit visit={visit} opened={asking === 'move'} onClose={onClose} onDone={onDone} />
    <CompleteVisit visit={visit} opened={asking === 'complete'} onClose={onClose} onDone={onDone} />
    <RefundVisit visit={visit} opened={asking === 'refund'} onClose={onClose} onDone={onDone} />
    <ClaimCode visit={visit} opened={asking === 'claim'} onClose={onClose} />
    <CancelVisit
      visit={visit}
      asking={asking === 'cancel' || asking === 'no-show' ? asking : undefined}
      onClose={onClose}
      onDone={onDone}
    />
  </>
)
