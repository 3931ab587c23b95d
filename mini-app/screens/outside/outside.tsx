import { displayPhone } from '../../../shared/phone.ts'
import { linkIntoZalo } from '../../host.ts'
import { useWords } from '../../language.ts'
import { useArrival } from '../../parts/arrival.ts'
import { CallLink } from '../../parts/call-link.tsx'
import { Card } from '../../parts/card.tsx'
import { Facts } from '../../parts/facts.tsx'
import { useShop } from '../../shop.ts'
import './outside.css'

/** For somebody who opened the address in a browser: what this is, and how to get to it. */
export function Outside() {
  const words = useWords()
  const shop = useShop()
  const heading = useArrival(shop.name)
  const link = linkIntoZalo()
  return (
    <main className="outside">
      <p className="outside-shop">{shop.name}</p>
      <h1 ref={heading} tabIndex={-1}>
        {words.outside.title}
      </h1>
      <p className="muted">{words.outside.words}</p>
      {link && (
        <a className="button button-main button-wide" href={link}>
          {words.outside.open}
        </a>
      )}
      <Card>
        <ol className="outside-steps">
          {[...words.outside.steps, words.outside.lastStep(shop.name)].map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Card>
      <Card>
        <Facts of={[{ icon: 'place', label: words.confirm.where, text: shop.address }]} />
        <CallLink phone={shop.phone}>{words.callTo(displayPhone(shop.phone))}</CallLink>
      </Card>
    </main>
  )
}
