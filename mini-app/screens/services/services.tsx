import type { Service } from '../../api.ts'
import { useWords } from '../../language.ts'
import { CallLink } from '../../parts/call-link.tsx'
import { Empty } from '../../parts/card.tsx'
import { Screen } from '../../parts/screen.tsx'
import { ServiceRows } from '../../parts/service-row.tsx'
import { useShop } from '../../shop.ts'
import './services.css'

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
      {byCategory(shop.services).map(([category, services]) => (
        <section key={category} className="services-group">
          <h2>{category}</h2>
          <ServiceRows services={services} />
        </section>
      ))}
    </Screen>
  )
}

/** In the order in which the shop lists them. */
function byCategory(services: Service[]) {
  const groups = new Map<string, Service[]>()
  for (const service of services) groups.set(service.category, [...(groups.get(service.category) ?? []), service])
  return [...groups]
}
