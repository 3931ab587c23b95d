import { newId } from '../../../../shared/ids.ts'
import type { Service } from '../../answers.ts'
import type { useDraft } from '../../parts/draft.ts'

type Count = number | ''
export type OptionRow = { id: string; name: string; minutes: Count; priceVnd: Count }
export type DepositKind = 'none' | 'fixed' | 'percent' | 'full'
export type GapRow = { id: string; fromMinute: Count; minutes: Count }

/** A service while it is being typed: numbers may be missing, and what is nothing is empty. */
export type ServiceValues = ReturnType<typeof valuesOf>
export type ServiceDraft = ReturnType<typeof useDraft<ServiceValues>>

export function valuesOf(service: Service | undefined) {
  return {
    name: service?.name ?? '',
    category: service?.category ?? '',
    durationMinutes: (service?.durationMinutes ?? '') as Count,
    priceKind: service?.priceKind ?? 'fixed',
    priceVnd: (service?.priceVnd ?? '') as Count,
    priceMaxVnd: (service?.priceMaxVnd ?? '') as Count,
    photoUrl: service?.photoUrl ?? '',
    active: service?.active ?? true,
    private: service?.private ?? false,
    variants: (service?.variants ?? []).map(
      ({ durationMinutes, ...rest }): OptionRow => ({ ...rest, minutes: durationMinutes }),
    ),
    addons: (service?.addons ?? []) as OptionRow[],
    bufferBeforeMinutes: (service?.bufferBeforeMinutes ?? 0) as Count,
    bufferAfterMinutes: (service?.bufferAfterMinutes ?? 0) as Count,
    cleaning: service?.cleaning ?? false,
    gaps: (service?.gaps ?? []).map((gap): GapRow => ({ id: newId(), ...gap })),
    everybody: !service?.doneBy.length,
    doneBy: (service?.doneBy ?? []).map(({ staffId, durationMinutes }) => ({
      staffId,
      durationMinutes: (durationMinutes ?? '') as Count,
    })),
    needs: (service?.needs ?? []).map(({ resourceId, quantity }) => ({ resourceId, quantity: quantity as Count })),
    groupSize: (service?.groupSize ?? 1) as Count,
    leadMinutes: (service?.leadMinutes ?? '') as Count,
    depositKind: (service?.deposit?.kind ?? 'none') as DepositKind,
    depositVnd: (service?.deposit?.kind === 'fixed' ? service.deposit.vnd : '') as Count,
    depositPercent: (service?.deposit?.kind === 'percent' ? service.deposit.percent : '') as Count,
  }
}

/** What is sent to the server, which says what is missing. */
export function serviceOf({ everybody, depositKind, depositVnd, depositPercent, ...values }: ServiceValues) {
  return {
    ...values,
    durationMinutes: values.durationMinutes || 0,
    priceVnd: values.priceVnd || 0,
    priceMaxVnd: values.priceMaxVnd === '' ? null : values.priceMaxVnd,
    photoUrl: values.photoUrl.trim() || null,
    variants: values.variants.map(({ id, name, minutes, priceVnd }) => ({
      ...{ id, name, durationMinutes: minutes || 0, priceVnd: priceVnd || 0 },
    })),
    addons: values.addons.map(({ id, name, minutes, priceVnd }) => ({
      ...{ id, name, minutes: minutes || 0, priceVnd: priceVnd || 0 },
    })),
    bufferBeforeMinutes: values.bufferBeforeMinutes || 0,
    bufferAfterMinutes: values.bufferAfterMinutes || 0,
    gaps: values.gaps.map(({ fromMinute, minutes }) => ({ fromMinute: fromMinute || 0, minutes: minutes || 0 })),
    doneBy: everybody
      ? []
      : values.doneBy.map(({ staffId, durationMinutes }) => ({ staffId, durationMinutes: durationMinutes || null })),
    needs: values.needs.flatMap(({ resourceId, quantity }) => (quantity ? [{ resourceId, quantity }] : [])),
    groupSize: values.groupSize || 0,
    leadMinutes: values.leadMinutes === '' ? null : values.leadMinutes,
    deposit: {
      none: null,
      fixed: { kind: 'fixed' as const, vnd: depositVnd || 0 },
      percent: { kind: 'percent' as const, percent: depositPercent || 0 },
      full: { kind: 'full' as const },
    }[depositKind],
  }
}
