import type { Programme, Tier } from '../../../../shared/programme.ts'

type Tiers = Programme['tiers']
type Count = number | ''
export type LevelRow = Pick<Tier, 'id' | 'name' | 'welcomeOfferId'> & {
  from: Count
  times: Count
  discountPercent: Count
}

/** The levels while they are typed; named apart from the other rules of the same form. */
export type TierValues = ReturnType<typeof tierValuesOf>

export const tierValuesOf = ({ by, window, downgrade, graceDays, warnDays, excludedServiceIds, levels }: Tiers) => ({
  tiersBy: by,
  tiersWindow: window,
  tiersDowngrade: downgrade,
  tiersGraceDays: graceDays as Count,
  tiersWarnDays: warnDays as Count,
  tiersExcluded: excludedServiceIds,
  levels: levels.map(({ thousandths, ...level }): LevelRow => ({ ...level, times: thousandths / 1000 })),
})

/** What is sent to the server, which says what is missing. */
export const tiersOf = (values: TierValues): Tiers => ({
  ...{ by: values.tiersBy, window: values.tiersWindow, downgrade: values.tiersDowngrade },
  ...{ graceDays: values.tiersGraceDays || 0, warnDays: values.tiersWarnDays || 0 },
  excludedServiceIds: values.tiersExcluded,
  levels: values.levels.map(({ times, from, discountPercent, ...level }) => ({
    ...level,
    from: from || 0,
    discountPercent: discountPercent || 0,
    thousandths: Math.round((times || 0) * 1000),
  })),
})
