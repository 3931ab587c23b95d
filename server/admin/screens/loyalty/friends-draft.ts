import type { Programme } from '../../../../shared/programme.ts'

type Count = number | ''
type Rules = Pick<Programme, 'actions' | 'referral' | 'birthday' | 'holds'>

/** Thanks, friends, birthdays and holds while they are typed; named apart from the other rules of the same form. */
export type FriendValues = ReturnType<typeof friendValuesOf>

export const friendValuesOf = ({ actions, referral, birthday, holds }: Rules) => ({
  thanksReview: actions.review as Count,
  thanksReviewsAMonth: actions.reviewsAMonth as Count,
  thanksPhone: actions.phone as Count,
  thanksBirthday: actions.birthday as Count,
  thanksFollow: actions.follow as Count,
  hasReferral: referral !== null,
  referrerPoints: (referral?.referrerPoints ?? 50) as Count,
  friendPoints: (referral?.friendPoints ?? 20) as Count,
  referralLeastVnd: (referral?.leastVnd ?? 100_000) as Count,
  referralWaitDays: (referral?.waitDays ?? 7) as Count,
  referralMostAYear: (referral?.mostAYear ?? 10) as Count,
  hasBirthday: birthday !== null,
  birthdayPoints: (birthday?.points ?? 30) as Count,
  birthdayOfferId: birthday?.offerId ?? null,
  birthdayDaysBefore: (birthday?.daysBefore ?? 7) as Count,
  holdVisits: (holds.visitsADay ?? '') as Count,
  holdPoints: (holds.pointsADay ?? '') as Count,
  holdStaffPhones: holds.staffPhones,
})

/** What is sent to the server, which says what is missing. */
export const friendRulesOf = (values: FriendValues): Rules => ({
  actions: {
    ...{ review: values.thanksReview || 0, reviewsAMonth: values.thanksReviewsAMonth || 0 },
    ...{ phone: values.thanksPhone || 0, birthday: values.thanksBirthday || 0, follow: values.thanksFollow || 0 },
  },
  referral: values.hasReferral
    ? {
        ...{ referrerPoints: values.referrerPoints || 0, friendPoints: values.friendPoints || 0 },
        ...{ leastVnd: values.referralLeastVnd || 0, waitDays: values.referralWaitDays || 0 },
        mostAYear: values.referralMostAYear || 0,
      }
    : null,
  birthday: values.hasBirthday
    ? {
        ...{ points: values.birthdayPoints || 0, offerId: values.birthdayOfferId },
        daysBefore: values.birthdayDaysBefore || 0,
      }
    : null,
  holds: {
    ...{ visitsADay: values.holdVisits || null, pointsADay: values.holdPoints || null },
    staffPhones: values.holdStaffPhones,
  },
})
