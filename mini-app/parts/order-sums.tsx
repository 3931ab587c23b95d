import { formatVnd } from '../../shared/money.ts'
import { useWords } from '../language.ts'
import './order-sums.css'

type Sums = {
  goodsVnd: number
  shippingVnd: number
  byPointsVnd: number
  totalVnd: number
  creditVnd: number
  level?: { name: string; percent: number; offVnd: number } | undefined
  vouchers: { name: string; offVnd: number }[]
}

/** How the sum of an order comes about, each thing that comes off by its name. `sends`: it is delivered. */
export function OrderSums({ of, sends }: { of: Sums; sends: boolean }) {
  const words = useWords().orders
  const { goodsVnd, shippingVnd, byPointsVnd, totalVnd, creditVnd, level, vouchers } = of
  const off = (vnd: number) => `−${formatVnd(vnd)}`
  return (
    <dl className="sums">
      <Sum name={words.goods} vnd={formatVnd(goodsVnd)} />
      {level && <Sum name={words.level(level.name, level.percent)} vnd={off(level.offVnd)} />}
      {vouchers
        .filter(({ offVnd }) => offVnd > 0)
        .map(({ name, offVnd }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two vouchers may have one name
          <Sum key={i} name={name} vnd={off(offVnd)} />
        ))}
      {byPointsVnd > 0 && <Sum name={words.byPoints} vnd={off(byPointsVnd)} />}
      {sends && <Sum name={words.shipping} vnd={shippingVnd > 0 ? formatVnd(shippingVnd) : words.shippingFree} />}
      <div className="sum sum-total">
        <dt>{words.total}</dt>
        <dd>{formatVnd(totalVnd)}</dd>
      </div>
      {creditVnd > 0 && (
        <>
          <Sum name={words.credit} vnd={off(creditVnd)} />
          <Sum name={words.rest} vnd={formatVnd(totalVnd - creditVnd)} />
        </>
      )}
    </dl>
  )
}

const Sum = ({ name, vnd }: { name: string; vnd: string }) => (
  <div className="sum">
    <dt>{name}</dt>
    <dd>{vnd}</dd>
  </div>
)
