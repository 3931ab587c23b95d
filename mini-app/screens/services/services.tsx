import { useWords } from '../../language.ts'
import { CallLink } from '../../parts/call-link.tsx'
import { Empty } from '../../parts/card.tsx'
import { Screen } from '../../parts/screen.tsx'
import { ShelfLink } from '../../parts/shelf-link.tsx'
import { useShop } from '../../shop.ts'
import { ServiceMenu } from './service-menu.tsx'

export function Services() {
  const words = useWords()
  const shop = useShop()
  return (
    <Screen title={words.services.lead}>
      {shop.services.length === 0 && (
        <Empty title={words.services.title} words={words.services.empty}>
          <CallLink phone={shop.phone}>{words.call}</CallLink>
        </Empty>
      )}
      <ServiceMenu />
      <ShelfLink />
    </Screen>
  )
}
