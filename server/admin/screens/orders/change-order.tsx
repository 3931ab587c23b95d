import { Button, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatVnd } from '../../../../shared/money.ts'
import type { WantedLine } from '../../../../shared/orders.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { Form } from '../../parts/form.tsx'
import { useWords } from '../../words/words.ts'
import { type BillLine, withLine } from '../till/bill-line.ts'
import { LineSteppers } from '../till/line-steppers.tsx'
import { WarePicker } from '../till/ware-picker.tsx'
import { productWare } from '../till/wares.ts'
import type { WholeOrder } from './answers.ts'

type Props = { order: WholeOrder; opened: boolean; onClose: () => void }

export function ChangeOrder({ order, opened, onClose }: Props) {
  const { orders: words } = useWords()
  return (
    <Modal opened={opened} onClose={onClose} title={words.changeTitle(order.code)} size={560}>
      <ChangeForm order={order} onClose={onClose} />
    </Modal>
  )
}

/** Other lines instead. The sum is the server's: it is told once the change is saved, never guessed. */
function ChangeForm({ order, onClose }: Omit<Props, 'opened'>) {
  const { orders: words } = useWords()
  const [version] = useState(order.version)
  const [lines, setLines] = useState<BillLine[]>(() => order.lines.flatMap(asLine))
  const [note, setNote] = useState(order.note)
  const [adding, add] = useState(false)
  const change = useAct(
    () => {
      const wanted = lines.flatMap((line) => ('variantId' in line.wanted ? [line.wanted as WantedLine] : []))
      const json = { version, lines: wanted, note: note.trim() }
      return answerOf(api.orders[':id'].change.$post({ param: { id: order.id }, json }))
    },
    { said: ({ totalVnd }) => words.changed(formatVnd(totalVnd)), done: onClose },
  )
  const isOld = change.error?.code === 'order_changed' || order.version !== version
  if (adding)
    return (
      <Goods
        onBack={() => add(false)}
        onPick={(line) => {
          setLines((before) => withLine(before, line))
          add(false)
        }}
      />
    )
  return (
    <Form
      onSubmit={() => change.mutate(undefined)}
      busy={change.isPending}
      blocked={lines.length === 0 || isOld}
      onCancel={onClose}
    >
      <Text size="sm" c="dimmed">
        {words.changeHint}
      </Text>
      <LineSteppers lines={lines} onChange={setLines} />
      {lines.length === 0 && <Text size="sm">{words.needsLine}</Text>}
      <Button variant="light" onClick={() => add(true)}>
        {words.addGoods}
      </Button>
      <Textarea
        label={words.note}
        autosize
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {isOld && (
        <Text size="sm" c="var(--bad)" role="alert">
          {change.error?.message}
        </Text>
      )}
    </Form>
  )
}

/** Instead of the form, not within it: what is chosen with a product is a form of its own. */
function Goods({ onPick, onBack }: { onPick: (line: BillLine) => void; onBack: () => void }) {
  const words = useWords()
  const { data } = useQuery({ queryKey: ['products'], queryFn: () => answerOf(api.products.$get()) })
  return (
    <Stack gap={16}>
      <WarePicker wares={(data ?? []).flatMap(productWare)} onPick={onPick} />
      <Button variant="default" onClick={onBack}>
        {words.acts.back}
      </Button>
    </Stack>
  )
}

const asLine = ({ variantId, options, quantity, note, name, unitPriceVnd }: WholeOrder['lines'][number]) =>
  variantId
    ? [
        {
          wanted: { variantId, choiceIds: options.map(({ id }) => id), quantity, note },
          ...{ name, options: options.map((option) => option.name).join(', '), unitPriceVnd },
        },
      ]
    : []
