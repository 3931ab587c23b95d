import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { formatVnd } from '../../../../shared/money.ts'
import { useFormats } from '../../parts/formats.ts'
import { useSession } from '../../session.ts'
import { useWords } from '../../words/words.ts'
import type { WholeOrder } from './answers.ts'
import { signedVnd, useSums } from './order-sums.tsx'
import css from './receipt.module.css'

/** Prints a slip for a printer of 80 mm; it is on the page only while it is printed. */
export function PrintReceipt({ order }: { order: WholeOrder }) {
  const { orders: words } = useWords()
  const [printing, print] = useState(false)
  useEffect(() => {
    if (!printing) return
    const over = () => print(false)
    window.addEventListener('afterprint', over)
    window.print()
    return () => window.removeEventListener('afterprint', over)
  }, [printing])
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPrinter size={18} aria-hidden />}
        onClick={() => {
          print(false)
          requestAnimationFrame(() => print(true)) // some browsers never say that a print is over
        }}
      >
        {words.print}
      </Button>
      {printing && createPortal(<Receipt order={order} />, document.body)}
    </>
  )
}

function Receipt({ order }: { order: WholeOrder }) {
  const { orders: words } = useWords()
  const { shop } = useSession()
  const { time, fullDay, dayAt } = useFormats()
  const sums = useSums()(order)
  const paid = order.payments.filter(({ receivedVnd }) => receivedVnd > 0)
  return (
    <div className={css.receipt} aria-hidden>
      <h1>{shop.name}</h1>
      <p>{`${words.receipt} ${order.code}`}</p>
      <p>{`${time(order.createdAt)}, ${fullDay(dayAt(order.createdAt))}`}</p>
      {order.customer && <p>{order.customer.name}</p>}
      {order.table && <p>{order.table}</p>}
      <table>
        <tbody>
          {order.lines.map(({ position, name, options, quantity, unitPriceVnd }) => (
            <tr key={position}>
              <td>{`${quantity} × ${[name, ...options.map((option) => option.name)].join(', ')}`}</td>
              <td>{formatVnd(quantity * unitPriceVnd)}</td>
            </tr>
          ))}
          {sums.map(({ label, vnd, strong }) => (
            <tr key={label} className={strong ? css.strong : undefined}>
              <td>{label}</td>
              <td>{signedVnd(vnd)}</td>
            </tr>
          ))}
          {paid.map(({ id, method, receivedVnd }) => (
            <tr key={id}>
              <td>{words.methods[method]}</td>
              <td>{formatVnd(receivedVnd)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{words.thanks}</p>
    </div>
  )
}
