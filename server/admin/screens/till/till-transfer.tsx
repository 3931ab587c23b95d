import { Button, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Transfer } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { useWords } from '../../words/words.ts'
import { TransferWait, useAwaited } from '../booking/transfer-wait.tsx'
import type { WholeOrder } from '../orders/answers.ts'

type Props = { order: WholeOrder; onDone: (order: WholeOrder) => void; onGiveUp: () => void }

/** A sale that waits for its transfer; it is done by itself when that is there, or in cash instead. */
export function TillTransfer(props: Props) {
  const id = props.order.payments.find(({ method, state }) => method === 'transfer' && state !== 'dropped')?.id ?? ''
  const load = useQuery({
    queryKey: ['payment', id],
    queryFn: () => answerOf(api.payments[':id'].$get({ param: { id } })),
  })
  return (
    <Loaded of={load} skeleton={<Skeleton h={360} />}>
      {(asked) => <Waiting asked={asked} {...props} />}
    </Loaded>
  )
}

function Waiting({ asked, order: { id }, onDone, onGiveUp }: Props & { asked: Transfer }) {
  const { sale: words } = useWords()
  const param = { id }
  const look = useAct(() => answerOf(api.orders[':id'].$get({ param })), { done: onDone })
  const inCash = useAct(
    () => answerOf(api.orders[':id'].step.$post({ param, json: { to: 'done', paidInCash: true } })),
    { done: onDone },
  )
  const giveUp = useAct(() => answerOf(api.orders[':id'].cancel.$post({ param, json: {} })), { done: onGiveUp })
  const { transfer } = useAwaited(asked, () => look.mutate(undefined), ['paid', 'over'])
  return (
    <TransferWait transfer={transfer}>
      <Button variant="default" loading={inCash.isPending} onClick={() => inCash.mutate(undefined)}>
        {words.instead}
      </Button>
      <Button variant="subtle" loading={giveUp.isPending} onClick={() => giveUp.mutate(undefined)}>
        {words.giveUp}
      </Button>
    </TransferWait>
  )
}
