import { useWords } from '../../language.ts'
import { Screen } from '../../parts/screen.tsx'
import type { ScreenProps } from '../../routes.tsx'
import { useShop } from '../../shop.ts'
import { placeOf, wishIn } from '../../wish.ts'
import { ServiceMenu } from '../services/service-menu.tsx'

/** One service more in the same visit. */
export function AddService({ query }: ScreenProps) {
  const words = useWords()
  const shop = useShop()
  const wish = wishIn(query, shop)
  const day = query.get('day') ?? undefined
  const withAlso = (serviceId: string) => {
    const part = { serviceId, variantId: null, addonIds: [], staffId: null }
    return placeOf('/book', { ...wish, parts: [...wish.parts, part] }, { day })
  }
  return (
    <Screen title={words.book.addService} above={placeOf('/book', wish, { day })}>
      <p className="muted">{words.book.addWords}</p>
      <ServiceMenu placeFor={withAlso} />
    </Screen>
  )
}
