import { newId } from '../../../../shared/ids.ts'
import type { Expiry, Programme } from '../../../../shared/programme.ts'
import type { useDraft } from '../../parts/draft.ts'
import { clockOfMinute } from '../../parts/formats.ts'
import { minutesOf } from '../catalog/week.ts'
import { friendRulesOf, friendValuesOf } from './friends-draft.ts'
import { tiersOf, tierValuesOf } from './tiers-draft.ts'

type Count = number | ''
export type ServiceRow = { id: string; serviceId: string; points: Count }
export type CampaignRow = {
  id: string
  name: string
  times: Count
  bonus: Count
  fromDay: string
  toDay: string
  weekdays: number[]
  from: string
  to: string
  tierIds: string[]
}

/** The rules while they are typed: numbers may be missing, and what is nothing is empty. */
export type ProgrammeValues = ReturnType<typeof valuesOf>
export type ProgrammeDraft = ReturnType<typeof useDraft<ProgrammeValues>>

export function valuesOf(rules: Programme) {
  const { expiry, asMoney, caps } = rules
  return {
    pointName: rules.pointName,
    unitVnd: rules.unitVnd as Count,
    pointsPerUnit: rules.pointsPerUnit as Count,
    leastVnd: rules.leastVnd as Count,
    visitPoints: rules.visitPoints as Count,
    visitLeastVnd: rules.visitLeastVnd as Count,
    services: rules.services.map((service): ServiceRow => ({ id: newId(), ...service })),
    campaigns: rules.campaigns.map(
      ({ thousandths, fromMinute, toMinute, ...rest }): CampaignRow => ({
        ...rest,
        times: thousandths / 1000,
        from: clockOfMinute(fromMinute),
        to: clockOfMinute(toMinute),
      }),
    ),
    capVisit: (caps.visit ?? '') as Count,
    capDay: (caps.day ?? '') as Count,
    capMonth: (caps.month ?? '') as Count,
    pendingDays: (rules.pendingDays ?? '') as Count,
    expiry: expiry.kind as Expiry['kind'],
    months: ('months' in expiry ? expiry.months : 12) as Count,
    onDay: (expiry.kind === 'fixed_day' ? expiry.day : 31) as Count,
    onMonth: (expiry.kind === 'fixed_day' ? expiry.month : 12) as Count,
    refunds: rules.refunds as Programme['refunds'],
    takesPoints: asMoney !== null,
    vndPerPoint: (asMoney?.vndPerPoint ?? 1000) as Count,
    least: (asMoney?.least ?? 10) as Count,
    most: (asMoney?.most ?? '') as Count,
    step: (asMoney?.step ?? 10) as Count,
    mostPercent: (asMoney?.mostPercent ?? 50) as Count,
    terms: rules.terms,
    ...tierValuesOf(rules.tiers),
    ...friendValuesOf(rules),
  }
}

/** What is sent to the server, which says what is missing. */
export function programmeOf(values: ProgrammeValues): Programme {
  const count = (typed: Count) => typed || 0
  return {
    tiers: tiersOf(values),
    ...friendRulesOf(values),
    ...{ pointName: values.pointName, refunds: values.refunds, terms: values.terms },
    ...{ unitVnd: count(values.unitVnd), pointsPerUnit: count(values.pointsPerUnit), leastVnd: count(values.leastVnd) },
    ...{ visitPoints: count(values.visitPoints), visitLeastVnd: count(values.visitLeastVnd) },
    services: values.services.map(({ serviceId, points }) => ({ serviceId, points: count(points) })),
    campaigns: values.campaigns.map(({ times, from, to, bonus, ...rest }) => ({
      ...rest,
      bonus: count(bonus),
      thousandths: Math.round(count(times) * 1000),
      fromMinute: minutesOf(from),
      toMinute: minutesOf(to) || 1440, // midnight is the end of the day
    })),
    caps: { visit: values.capVisit || null, day: values.capDay || null, month: values.capMonth || null },
    pendingDays: values.pendingDays || null,
    expiry: expiryOf(values),
    asMoney: values.takesPoints
      ? {
          ...{ vndPerPoint: count(values.vndPerPoint), least: count(values.least), most: values.most || null },
          ...{ step: count(values.step), mostPercent: count(values.mostPercent) },
        }
      : null,
  }
}

export function expiryOf({ expiry: kind, months, onDay, onMonth }: ProgrammeValues): Expiry {
  if (kind === 'never') return { kind }
  if (kind === 'fixed_day') return { kind, day: onDay || 0, month: onMonth || 0 }
  return { kind, months: months || 0 }
}
