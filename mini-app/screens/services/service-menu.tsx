import type { Service } from '../../api.ts'
import { ServiceRows } from '../../parts/service-row.tsx'
import { useShop } from '../../shop.ts'
import './services.css'

/** All that is sold, by kind. */
export function ServiceMenu({ placeFor }: { placeFor?: (serviceId: string) => string }) {
  const { services } = useShop()
  return byCategory(services).map(([category, some]) => (
    <section key={category} className="services-group">
      <h2>{category}</h2>
      <ServiceRows services={some} placeFor={placeFor} />
    </section>
  ))
}

/** In the order in which the shop lists them. */
function byCategory(services: Service[]) {
  const groups = new Map<string, Service[]>()
  for (const service of services) groups.set(service.category, [...(groups.get(service.category) ?? []), service])
  return [...groups]
}
