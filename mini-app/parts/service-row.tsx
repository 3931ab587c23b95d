import type { Service } from '../api.ts'
import { useWords } from '../language.ts'
import { priceOf } from '../pricing.ts'
import { Link } from './button.tsx'
import { Icon } from './icon.tsx'
import './service-row.css'

type ServiceRowsProps = {
  services: Service[]
  /** Where a press leads instead, in the place of this screen. */
  placeFor?: ((serviceId: string) => string) | undefined
}

/** What is sold, each with its time and price; a press begins a booking. */
export function ServiceRows({ services, placeFor }: ServiceRowsProps) {
  const words = useWords()
  return (
    <ul className="service-rows">
      {services.map((service) => (
        <li key={service.id}>
          <Link
            to={placeFor?.(service.id) ?? `/book?p=${service.id}`}
            replace={placeFor !== undefined}
            className="service-row"
          >
            {service.photoUrl && <img src={service.photoUrl} alt="" width={56} height={56} loading="lazy" />}
            <span className="service-row-name">
              <span className="strong">{service.name}</span>
              <span className="small muted">{words.minutes(service.durationMinutes)}</span>
            </span>
            <span className="service-row-price">{priceOf(service, words)}</span>
            <Icon name="next" size={20} />
          </Link>
        </li>
      ))}
    </ul>
  )
}
