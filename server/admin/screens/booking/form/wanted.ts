import type { Service } from '../../../answers.ts'

/** One service of the visit that is being entered; empty texts are what is not chosen yet, or "anyone". */
export type DraftPart = { key: number; serviceId: string; variantId: string; addonIds: string[]; staffId: string }

export const emptyPart = (key: number, staffId = ''): DraftPart => ({
  ...{ key, serviceId: '', variantId: '', addonIds: [], staffId },
})

/** What is asked for, or nothing while a service is still to be chosen. */
export function wantedOf(parts: DraftPart[], people: number) {
  if (parts.some(({ serviceId }) => !serviceId)) return undefined
  return {
    parts: parts.map(({ serviceId, variantId, addonIds, staffId }) => ({
      ...{ serviceId, variantId: variantId || null, addonIds, staffId: staffId || null },
    })),
    people,
  }
}
export type Wanted = NonNullable<ReturnType<typeof wantedOf>>

/** Minutes and price of what is chosen so far, as the menu has them. */
export function sumOf(parts: DraftPart[], services: Service[]) {
  let [minutes, priceVnd] = [0, 0]
  for (const { serviceId, variantId, addonIds } of parts) {
    const service = services.find(({ id }) => id === serviceId)
    if (!service) continue
    const basis = service.variants.find(({ id }) => id === variantId) ?? service
    const addons = service.addons.filter(({ id }) => addonIds.includes(id))
    minutes += basis.durationMinutes + addons.reduce((sum, addon) => sum + addon.minutes, 0)
    priceVnd += basis.priceVnd + addons.reduce((sum, addon) => sum + addon.priceVnd, 0)
  }
  return { minutes, priceVnd }
}
