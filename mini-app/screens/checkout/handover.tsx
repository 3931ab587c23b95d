import { formatVnd } from '../../../shared/money.ts'
import type { OrderWays } from '../../api.ts'
import { tableNow } from '../../basket.ts'
import { useWords } from '../../language.ts'
import { Chips } from '../../parts/chips.tsx'
import { Facts } from '../../parts/facts.tsx'
import { Field } from '../../parts/field.tsx'
import { PhoneOffer } from '../../parts/phone-offer.tsx'
import { useShop } from '../../shop.ts'
import { waysOffered } from './known.ts'
import type { Wishes } from './order-draft.ts'
import { PickupWhen } from './pickup-when.tsx'

export type ErrorAt = (field: string) => string | undefined
type HandoverProps = {
  ways: OrderWays
  wishes: Wishes
  errorAt: ErrorAt
  onChange: (part: Partial<Wishes>) => void
}

/** How it is handed over, where and when. */
export function Handover({ ways, wishes, errorAt, onChange }: HandoverProps) {
  const words = useWords()
  const shop = useShop()
  const offered = waysOffered(ways)
  const { fulfilment } = wishes
  return (
    <section className="checkout-part">
      <h2>{words.checkout.how}</h2>
      {offered.length > 1 && (
        <Chips
          label={words.checkout.how}
          choices={offered.map((value) => ({ value, text: words.checkout.ways[value] }))}
          chosen={fulfilment}
          onChoose={(value) => onChange({ fulfilment: value })}
        />
      )}
      {offered.length === 1 && <p className="strong">{words.checkout.ways[fulfilment]}</p>}
      {fulfilment === 'eat_in' && <p>{words.checkout.atTable(tableNow()?.name ?? '')}</p>}
      {fulfilment === 'pickup' && (
        <>
          <Facts of={[{ icon: 'place', label: words.orders.where, text: shop.name, more: shop.address }]} />
          <PickupWhen at={wishes.pickupAt} onChoose={(pickupAt) => onChange({ pickupAt })} />
        </>
      )}
      {fulfilment === 'delivery' ? (
        <WhereTo {...{ ways, wishes, errorAt, onChange }} />
      ) : (
        <PhoneOffer of={words.checkout} />
      )}
    </section>
  )
}

function WhereTo({ ways, wishes, errorAt, onChange }: HandoverProps) {
  const words = useWords().checkout
  const { deliveryVnd, freeDeliveryFromVnd, deliveryWords } = ways
  const fee = deliveryVnd > 0 ? words.fee(formatVnd(deliveryVnd)) : words.noFee
  const free = deliveryVnd > 0 && freeDeliveryFromVnd !== null ? words.freeFrom(formatVnd(freeDeliveryFromVnd)) : ''
  return (
    <>
      <div className="small muted">
        <p>{fee + free}.</p>
        {deliveryWords && <p>{deliveryWords}</p>}
      </div>
      <Field
        label={words.recipient}
        value={wishes.recipient}
        maxLength={60}
        autoComplete="name"
        error={errorAt('where.recipient')}
        onChange={(recipient) => onChange({ recipient })}
      />
      <Field
        label={words.phone}
        value={wishes.phone}
        maxLength={20}
        autoComplete="tel"
        inputMode="tel"
        error={errorAt('where.phone')}
        onChange={(phone) => onChange({ phone })}
      />
      <Field
        label={words.address}
        placeholder={words.addressPlaceholder}
        value={wishes.address}
        maxLength={300}
        autoComplete="street-address"
        error={errorAt('where.address')}
        onChange={(address) => onChange({ address })}
      />
    </>
  )
}
