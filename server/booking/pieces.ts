import type { WantedVisit } from '../../shared/booking.ts'
import type { Addon } from '../../shared/catalog.ts'
import { Refusal } from '../../shared/refusals.ts'
import type { Facts } from '../catalog/facts.ts'
import type { ServiceFacts } from '../catalog/set-up.ts'

/** Lead time, horizon, limits and the grid bind shoppers; the desk keeps the hours, unless it says why not (K-17). */
export type Rules = 'online' | 'desk' | 'override'

/** A stretch in which somebody of the shop works on a piece; minutes from its start. */
export type Block = { from: number; to: number; before: number; after: number }

/** One service of a visit as it would be done: by whom, how long, for how much. */
export type Piece = {
  service: ServiceFacts
  variantId: string | null
  addons: Addon[]
  name: string
  priceVnd: number
  staffAsked: boolean
  /** Those who can, with the minutes that each takes. */
  doers: { staffId: string; minutes: number }[]
}

/** What somebody comes for, and how many come. */
export type Wish = { pieces: Piece[]; people: number }

/** What is wanted, by the shop's own facts. Refuses what is not sold, or by nobody, or for too many (K-1, K-2, K-8). */
export function wishOf(facts: Facts, wanted: WantedVisit, rules: Rules): Wish {
  const pieces = wanted.parts.map((part) => {
    const service = facts.services.find(({ id }) => id === part.serviceId)
    if (!service) throw new Refusal('no_such_service')
    if (!service.active || (service.private && rules === 'online')) throw new Refusal('service_off')
    if (wanted.people > service.groupSize) throw new Refusal('party_too_large')
    const variant = service.variants.find(({ id }) => id === part.variantId)
    const addons = service.addons.filter(({ id }) => part.addonIds.includes(id))
    if ((part.variantId && !variant) || addons.length !== part.addonIds.length) throw new Refusal('choice_gone')
    const more = addons.reduce((sum, { minutes }) => sum + minutes, 0)
    const doers = doersOf(facts, service, part.staffId, rules).map(({ staffId, durationMinutes }) => ({
      staffId,
      minutes: more + (variant?.durationMinutes ?? durationMinutes ?? service.durationMinutes),
    }))
    if (doers.length === 0) throw new Refusal('staff_cannot')
    const priceVnd = (variant ?? service).priceVnd + addons.reduce((sum, addon) => sum + addon.priceVnd, 0)
    return {
      ...{ service, variantId: part.variantId, addons, doers, staffAsked: part.staffId !== null },
      name: [[service.name, variant?.name].filter(Boolean).join(' · '), ...addons.map(({ name }) => name)].join(' + '),
      priceVnd: priceVnd * wanted.people,
    }
  })
  return { pieces, people: wanted.people }
}

/** A service as it was booked: named, priced and timed as agreed, whatever has changed since. */
export type Booked = Omit<Piece, 'service' | 'doers'> & { serviceId: string; staffId: string | null; minutes: number }

/** What was booked, as a wish for another time; `staffId` null lets anybody do a part. */
export function wishAgain(facts: Facts, parts: Booked[], people: number, rules: Rules): Wish {
  const pieces = parts.map(({ serviceId, staffId, minutes, ...agreed }) => {
    const service = facts.services.find(({ id }) => id === serviceId)!
    const doers = doersOf(facts, service, staffId, rules)
    if (doers.length === 0) throw new Refusal('staff_cannot')
    return { ...agreed, service, doers: doers.map((doer) => ({ staffId: doer.staffId, minutes })) }
  })
  return { pieces, people }
}

function doersOf(facts: Facts, { doneBy }: ServiceFacts, staffId: string | null, rules: Rules) {
  const asked = facts.staff.filter(({ id }) => staffId === null || id === staffId)
  const skill = (id: string) => doneBy.find((doer) => doer.staffId === id)
  const everybody = doneBy.length === 0 || (rules === 'override' && staffId !== null)
  return asked
    .filter(({ id }) => everybody || skill(id))
    .map(({ id }) => ({ staffId: id, durationMinutes: skill(id)?.durationMinutes ?? null }))
}

/**
 * The stretches of work in a piece of so many minutes: all of it but the gaps (K-5). Cleaning is work before and after;
 * other buffers only keep neighbours' work away, so that those of two neighbours overlap (K-4).
 */
export function blocksOf({ bufferBeforeMinutes, bufferAfterMinutes, cleaning, gaps }: ServiceFacts, minutes: number) {
  const fit = gaps.filter((gap) => gap.fromMinute + gap.minutes < minutes) // a visit made shorter may lose its gap
  const edges = [0, ...fit.flatMap((gap) => [gap.fromMinute, gap.fromMinute + gap.minutes]), minutes]
  const blocks: Block[] = []
  for (let i = 0; i < edges.length; i += 2) blocks.push({ from: edges[i]!, to: edges[i + 1]!, before: 0, after: 0 })
  const [first, last] = [blocks[0]!, blocks.at(-1)!]
  if (cleaning) {
    first.from -= bufferBeforeMinutes
    last.to += bufferAfterMinutes
  } else {
    first.before = bufferBeforeMinutes
    last.after = bufferAfterMinutes
  }
  return blocks
}
