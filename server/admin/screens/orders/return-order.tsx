import { Checkbox, Modal, Text, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import { newId } from '../../../../shared/ids.ts'
import { formatVnd } from '../../../../shared/money.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { Chips } from '../../parts/chips.tsx'
import { useDraft } from '../../parts/draft.ts'
import { Form } from '../../parts/form.tsx'
import { useWords } from '../../words/words.ts'
import type { WholeOrder } from './answers.ts'
import { ReturnLines } from './return-lines.tsx'
import { isShippingBack, shareOf, walletLeft } from './share.ts'

type Props = { order: WholeOrder; opened: boolean; onClose: () => void }
type Values = { shipping: boolean; restock: boolean; reason: string; to: 'cash' | 'transfer' | 'checkout' | 'credit' }

export function ReturnOrder({ order, opened, onClose }: Props) {
  const { orders: words } = useWords()
  return (
    <Modal opened={opened} onClose={onClose} title={words.giveBackTitle(order.code)}>
      <ReturnForm order={order} onClose={onClose} />
    </Modal>
  )
}

/** What comes back, and before anything is sent, how much money that is. */
function ReturnForm({ order, onClose }: Omit<Props, 'opened'>) {
  const { orders: words } = useWords()
  const id = useRef(newId())
  const [pieces, setPieces] = useState<Record<number, number>>({})
  const { shippingVnd, customer } = order
  const back = order.lines.filter(({ position }) => (pieces[position] ?? 0) > 0)
  const isShippable = shippingVnd > 0 && !isShippingBack(order)
  const giveBack = useAct(
    (values: Values) => {
      const lines = back.map(({ position }) => ({ position, quantity: pieces[position]! }))
      return answerOf(
        api.orders[':id'].refunds.$post({ param: { id: order.id }, json: { id: id.current, lines, ...values } }),
      )
    },
    { said: ({ refunds }) => words.givenBack(formatVnd(refunds.at(-1)?.amountVnd ?? 0)), done: onClose },
  )
  const paidByZalo = order.payments.some(({ method, receivedVnd }) => method === 'checkout' && receivedVnd > 0)
  const ways = (['cash', 'transfer', 'checkout', 'credit'] as const).filter(
    (way) => (way !== 'checkout' || paidByZalo) && (way !== 'credit' || customer),
  )
  const first: Values = { shipping: false, restock: true, reason: '', to: paidByZalo ? 'checkout' : 'cash' }
  const draft = useDraft<Values>(first, giveBack.error)
  const { shipping, reason, to } = draft.values
  const goodsVnd = back.reduce((sum, line) => sum + shareOf(line, pieces[line.position]!), 0)
  const amountVnd = goodsVnd + (shipping && isShippable ? shippingVnd : 0)
  const walletVnd = customer ? Math.min(amountVnd, walletLeft(order)) : 0
  return (
    <Form
      onSubmit={() => giveBack.mutate({ ...draft.values, reason: reason.trim() })}
      busy={giveBack.isPending}
      submit={words.goesBack(formatVnd(amountVnd))}
      blocked={back.length === 0 || !reason.trim()}
      onCancel={onClose}
    >
      <ReturnLines lines={order.lines} pieces={pieces} onChange={setPieces} />
      {isShippable && <Checkbox label={words.withShipping(formatVnd(shippingVnd))} {...draft.check('shipping')} />}
      <Checkbox label={words.restock} {...draft.check('restock')} />
      <Chips
        label={words.way}
        value={to}
        onChange={(chosen) => draft.set('to', chosen as Values['to'])}
        choices={ways.map((way) => ({ value: way, label: words.ways[way] }))}
      />
      <TextInput label={words.reason} maxLength={200} {...draft.text('reason')} />
      <Text size="sm" aria-live="polite">
        {[words.goesBack(formatVnd(amountVnd)), walletVnd > 0 ? words.walletFirst(formatVnd(walletVnd)) : '']
          .filter(Boolean)
          .join('. ')}
      </Text>
      {customer && (
        <Text size="sm" c="dimmed">
          {words.pointsFollow}
        </Text>
      )}
    </Form>
  )
}
