import type { Booking, Service, Shop } from './api.ts'

/** What somebody is about to book. It lives in the address, so that going back and reloading find it again. */
export type WishedPart = { serviceId: string; variantId: string | null; addonIds: string[]; staffId: string | null }
export type Wish = { parts: WishedPart[]; people: number }

type Offer = Pick<Shop, 'services' | 'staff'>

export const partsMost = 6
/** A dot is never part of an id and is left as it is in an address. */
const mark = '.'

/** `p=<service>.<variant>.<person>.<more>.<more>` for each service in its order; what is no longer offered is left out. */
export function wishIn(query: URLSearchParams, offer: Offer): Wish {
  const parts = query.getAll('p').map((text) => {
    const [serviceId = '', variantId = '', staffId = '', ...addonIds] = text.split(mark)
    return { serviceId, variantId, addonIds, staffId }
  })
  return fitted({ parts, people: Number(query.get('people') ?? 1) || 1 }, offer)
}

/** A place of the app with the wish in it. */
export function placeOf(path: string, { parts, people }: Wish, more: Record<string, string | undefined> = {}) {
  const query = new URLSearchParams()
  for (const { serviceId, variantId, staffId, addonIds } of parts) {
    const text = [serviceId, variantId ?? '', staffId ?? '', ...addonIds].join(mark)
    query.append('p', text.replace(/\.+$/, ''))
  }
  if (people > 1) query.set('people', String(people))
  for (const [name, value] of Object.entries(more)) if (value) query.set(name, value)
  return `${path}?${query}`
}

/** The same as a visit was, as far as it is still offered; undefined if none of it is. */
export function wishOfVisit({ parts, people }: Booking, offer: Offer): Wish | undefined {
  const again = parts.map(({ addons, ...part }) => ({ ...part, addonIds: addons.map(({ id }) => id) }))
  const wish = fitted({ parts: again, people }, offer)
  return wish.parts.length > 0 ? wish : undefined
}

/** Where a booking is begun again: the same thing, with the same people while they still do it. */
export function placeToRepeat(visit: Booking, offer: Offer) {
  const wish = wishOfVisit(visit, offer)
  return wish && placeOf('/book', wish)
}

/** Only what is still offered: a service with variants has one of them, and a person who does it or anybody. */
function fitted({ parts, people }: Wish, { services, staff }: Offer): Wish {
  const fit = parts.slice(0, partsMost).flatMap(({ serviceId, ...part }) => {
    const service = services.find(({ id }) => id === serviceId)
    if (!service) return []
    const variant = service.variants.find(({ id }) => id === part.variantId) ?? service.variants[0]
    return {
      serviceId,
      variantId: variant?.id ?? null,
      addonIds: service.addons.filter(({ id }) => part.addonIds.includes(id)).map(({ id }) => id),
      staffId: doersOf(service, staff).some(({ id }) => id === part.staffId) ? part.staffId : null,
    }
  })
  return { parts: fit, people: Math.max(1, Math.min(Math.floor(people), peopleMost(fit, services))) }
}

/** Of a group service several may come; of several services as many as the smallest takes. */
export const peopleMost = (parts: WishedPart[], services: Service[]) =>
  Math.min(...parts.map(({ serviceId }) => services.find(({ id }) => id === serviceId)?.groupSize ?? 1))

/** Who does a service: those it names, or everybody. */
export const doersOf = <S extends { id: string }>({ doneBy }: Service, staff: S[]) =>
  doneBy.length === 0 ? staff : staff.filter(({ id }) => doneBy.includes(id))
