import type { Gap, Service } from '../../shared/catalog.ts'
import { BadInput } from '../../shared/refusals.ts'

type Known = { staffIds: Set<string>; resources: Map<string, number> }

/** Refuses a service that no visit could follow; `resources` is how many there are of each. */
export function checkService(service: Service, { staffIds, resources }: Known) {
  const { priceKind, priceVnd, priceMaxVnd, variants, addons, doneBy, needs } = service
  if (priceKind === 'range' && (priceMaxVnd === null || priceMaxVnd <= priceVnd))
    throw new BadInput('priceMaxVnd', 'max_below_price')
  checkOnce('variants', 'id', variants)
  checkOnce('addons', 'id', addons)
  checkOnce('doneBy', 'staffId', doneBy)
  checkOnce('needs', 'resourceId', needs)
  for (const [i, { staffId }] of doneBy.entries())
    if (!staffIds.has(staffId)) throw new BadInput(`doneBy.${i}.staffId`, 'unknown')
  for (const [i, { resourceId, quantity }] of needs.entries()) {
    const there = resources.get(resourceId)
    if (there === undefined) throw new BadInput(`needs.${i}.resourceId`, 'unknown')
    if (quantity > there) throw new BadInput(`needs.${i}.quantity`, 'more_than_there_is')
  }
  checkGaps(service.gaps, shortestOf(service))
}

const shortestOf = ({ durationMinutes, variants, doneBy }: Service) =>
  Math.min(...[{ durationMinutes }, ...variants, ...doneBy].map((each) => each.durationMinutes ?? durationMinutes))

/** In order, with work before, between and after them, however short the visit. */
function checkGaps(gaps: Gap[], durationMinutes: number) {
  let workFrom = 0
  for (const [i, { fromMinute, minutes }] of gaps.entries()) {
    if (fromMinute <= workFrom) throw new BadInput(`gaps.${i}.fromMinute`, 'overlaps')
    workFrom = fromMinute + minutes
    if (workFrom >= durationMinutes) throw new BadInput(`gaps.${i}.minutes`, 'gap_outside')
  }
}

function checkOnce<Name extends string>(field: string, name: Name, rows: Record<Name, string>[]) {
  const seen = new Set<string>()
  for (const [i, row] of rows.entries()) {
    if (seen.has(row[name])) throw new BadInput(`${field}.${i}.${name}`, 'doubled')
    seen.add(row[name])
  }
}
