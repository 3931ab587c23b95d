import { formatNumber, formatVnd } from '../shared/money.ts'
import type { Service, Shop } from './api.ts'
import type { Wish, WishedPart } from './wish.ts'
import type { Words } from './words/vi.ts'

/** One service of a wish as it will be done. `isFrom`: it may cost more, which is seen at the shop. */
export type Piece = {
  service: Service
  name: string
  addonNames: string[]
  staffName: string | undefined
  minutes: number
  priceVnd: number
  isFrom: boolean
}

/** Adds up as the server does, so that the sum moves with each press; the server's own price is the one that holds. */
export function pieceOf(
  part: WishedPart,
  { services, staff }: Pick<Shop, 'services' | 'staff'>,
  people: number,
): Piece {
  const service = services.find(({ id }) => id === part.serviceId)!
  const variant = service.variants.find(({ id }) => id === part.variantId)
  const addons = service.addons.filter(({ id }) => part.addonIds.includes(id))
  const own = part.staffId ? service.ownMinutes[part.staffId] : undefined
  return {
    service,
    name: variant ? `${service.name} · ${variant.name}` : service.name,
    addonNames: addons.map(({ name }) => name),
    staffName: staff.find(({ id }) => id === part.staffId)?.name,
    minutes: sum(addons, ({ minutes }) => minutes) + (variant?.durationMinutes ?? own ?? service.durationMinutes),
    priceVnd: people * ((variant ?? service).priceVnd + sum(addons, ({ priceVnd }) => priceVnd)),
    isFrom: service.priceKind !== 'fixed',
  }
}

/** All services of a wish, and what they come to. */
export function priced({ parts, people }: Wish, shop: Pick<Shop, 'services' | 'staff'>) {
  const pieces = parts.map((part) => pieceOf(part, shop, people))
  return {
    pieces,
    minutes: sum(pieces, ({ minutes }) => minutes),
    priceVnd: sum(pieces, ({ priceVnd }) => priceVnd),
    isFrom: pieces.some(({ isFrom }) => isFrom),
  }
}

/** What a service costs, in a list. */
export function priceOf({ priceKind, priceVnd, priceMaxVnd, variants }: Service, words: Words): string {
  const prices = variants.length > 0 ? variants.map((variant) => variant.priceVnd) : [priceVnd]
  const least = Math.min(...prices)
  if (priceKind === 'range' && priceMaxVnd) return `${formatNumber(least)}–${formatVnd(priceMaxVnd)}`
  return sayPrice({ priceVnd: least, isFrom: priceKind !== 'fixed' || prices.some((price) => price !== least) }, words)
}

export const sayPrice = ({ priceVnd, isFrom }: { priceVnd: number; isFrom: boolean }, words: Words) =>
  isFrom ? words.from(formatVnd(priceVnd)) : formatVnd(priceVnd)

const sum = <T>(all: T[], of: (one: T) => number) => all.reduce((total, one) => total + of(one), 0)
