import type { Offer as Wish } from '../../../../shared/offers.ts'
import type { Offer } from '../../answers.ts'
import type { useDraft } from '../../parts/draft.ts'

type Count = number | ''
export type Kind = Wish['kind']
export type AudienceKind = Wish['audience']['kind']

/** An offer while it is typed: numbers may be missing, and no limit is empty. */
export type OfferValues = ReturnType<typeof valuesOf>
export type OfferDraft = ReturnType<typeof useDraft<OfferValues>>

export function valuesOf(offer: Offer | undefined) {
  const audience: Wish['audience'] = offer?.audience ?? { kind: 'everybody' }
  return {
    name: offer?.name ?? '',
    words: offer?.words ?? '',
    kind: (offer?.kind ?? '') as Kind | '',
    amountVnd: (offer?.amountVnd ?? '') as Count,
    percent: (offer?.percent ?? '') as Count,
    mostVnd: (offer?.mostVnd ?? '') as Count,
    serviceId: offer?.serviceId ?? '',
    costVnd: (offer?.costVnd ?? '') as Count,
    pointsCost: (offer?.pointsCost ?? 0) as Count,
    stock: (offer?.stock ?? '') as Count,
    perPerson: (offer ? (offer.perPerson ?? '') : 1) as Count,
    budgetVnd: (offer?.budgetVnd ?? '') as Count,
    fromDay: offer?.fromDay ?? null,
    toDay: offer?.toDay ?? null,
    weekdays: offer?.weekdays ?? [],
    audience: audience.kind,
    visits: (audience.kind === 'returning' ? audience.visits : 5) as Count,
    days: (audience.kind === 'away' ? audience.days : 60) as Count,
    tierIds: audience.kind === 'tiers' ? audience.tierIds : [],
    segmentId: audience.kind === 'segment' ? audience.segmentId : '',
    validDays: (offer ? (offer.validDays ?? '') : 30) as Count,
    startsAfterDays: (offer?.startsAfterDays ?? 0) as Count,
    alone: offer?.alone ?? true,
  }
}

/** What is sent to the server: what the kind needs, and nothing that was typed for another. */
export function offerOf({ visits, days, tierIds, segmentId, ...values }: OfferValues): Wish {
  const { kind, audience } = values
  const hasMost = kind === 'percent' || kind === 'free_service'
  return {
    ...values,
    kind: kind || 'gift',
    amountVnd: kind === 'amount' ? values.amountVnd || 0 : null,
    percent: kind === 'percent' ? values.percent || 0 : null,
    mostVnd: hasMost ? values.mostVnd || null : null,
    serviceId: kind === 'free_service' ? values.serviceId : null,
    costVnd: kind === 'gift' ? values.costVnd || 0 : 0,
    pointsCost: values.pointsCost || 0,
    stock: values.stock || null,
    perPerson: values.perPerson || null,
    budgetVnd: values.budgetVnd === '' ? null : values.budgetVnd,
    validDays: values.validDays || null,
    startsAfterDays: values.startsAfterDays || 0,
    audience:
      audience === 'returning'
        ? { kind: audience, visits: visits || 0 }
        : audience === 'away'
          ? { kind: audience, days: days || 0 }
          : audience === 'tiers'
            ? { kind: audience, tierIds }
            : audience === 'segment'
              ? { kind: audience, segmentId }
              : { kind: audience },
  }
}

/** Whether the kind has what it needs, so that a cost can be reckoned; the server checks the rest. */
export function isReckonable({ kind, amountVnd, percent, mostVnd, serviceId, ...values }: OfferValues): boolean {
  if (values.audience === 'returning' && !values.visits) return false
  if (values.audience === 'segment' && !values.segmentId) return false
  if (values.audience === 'away' && (values.days || 0) < 7) return false
  if (kind === 'amount') return (amountVnd || 0) >= 1000
  if (kind === 'percent') return Boolean(percent) && (mostVnd || 0) >= 1000
  if (kind === 'gift') return values.costVnd !== ''
  return kind === 'free_service' && serviceId !== '' && (mostVnd === '' || mostVnd >= 1000)
}
