import { Box, Button, Drawer, Skeleton, Text } from '@mantine/core'
import { useDisclosure, useMediaQuery } from '@mantine/hooks'
import { useState } from 'react'
import { formatVnd } from '../../../../shared/money.ts'
import { Card } from '../../parts/card.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { useWords } from '../../words/words.ts'
import type { WholeOrder } from '../orders/answers.ts'
import { type BillLine, goodsVndOf, piecesOf, withLine } from './bill-line.ts'
import { Sold } from './sold.tsx'
import css from './till.module.css'
import { TillBill } from './till-bill.tsx'
import type { Buyer } from './till-customer.tsx'
import { TillTransfer } from './till-transfer.tsx'
import { useWares } from './use-wares.ts'
import { WarePicker } from './ware-picker.tsx'

/** Selling at the counter, one customer after the other. */
export function TillScreen() {
  const words = useWords()
  const [round, setRound] = useState(0)
  const [order, show] = useState<WholeOrder>()
  const next = () => {
    show(undefined)
    setRound(round + 1)
  }
  return (
    <Page title={words.pages.till}>
      {!order && <Selling key={round} onSold={show} />}
      {order?.status === 'done' && <Sold order={order} onNext={next} />}
      {order && order.status !== 'done' && (
        <Card maw={480} mx="auto" w="100%">
          <TillTransfer order={order} onDone={show} onGiveUp={next} />
        </Card>
      )}
    </Page>
  )
}

function Selling({ onSold }: { onSold: (order: WholeOrder) => void }) {
  const { sale: words } = useWords()
  const onPhone = useMediaQuery('(max-width: 47.99em)', undefined, { getInitialValueInEffect: false })
  const { load, wares } = useWares()
  const [lines, setLines] = useState<BillLine[]>([])
  const [buyer, setBuyer] = useState<Buyer | null>(null)
  const [opened, { open, close }] = useDisclosure()
  const bill = <TillBill lines={lines} buyer={buyer} onLines={setLines} onBuyer={setBuyer} onSold={onSold} />
  return (
    <div className={css.desk}>
      <Box pb={{ base: 16, sm: 0 }}>
        <Loaded of={load} skeleton={<Skeleton h={420} />}>
          {() => <WarePicker wares={wares} onPick={(line) => setLines((before) => withLine(before, line))} />}
        </Loaded>
      </Box>
      {!onPhone && <Card className={css.bill}>{bill}</Card>}
      {onPhone && lines.length > 0 && (
        <div className={css.bar}>
          <Text fw={600}>{words.pieces(piecesOf(lines))}</Text>
          <Button onClick={open}>{words.open(formatVnd(goodsVndOf(lines)))}</Button>
        </div>
      )}
      {onPhone && (
        <Drawer opened={opened} onClose={close} position="bottom" size="92%" title={words.bill} keepMounted>
          {bill}
        </Drawer>
      )}
    </div>
  )
}
