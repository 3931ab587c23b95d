import type { viTiers } from './vi-tiers.ts'

export const enTiers: typeof viTiers = {
  tiers: {
    title: 'Levels',
    hint: 'Customers rise as soon as they have enough. Spending points never lowers a level, a refund does.',
    by: 'Counted by',
    bys: { spend: 'Money paid', points: 'Points earned', visits: 'Visits' },
    window: 'Within',
    windows: {
      twelve_months: 'The last 12 months',
      calendar_year: 'The calendar year',
      since_joining: 'A year since joining',
      since_tier: 'A year since the level began',
      lifetime: 'All time',
    },
    windowHints: {
      twelve_months: 'Each visit counts for a year, until that date of the next.',
      calendar_year: 'A level reached this year lasts until the end of the next.',
      since_joining:
        'Every customer has their own year, from the day they joined. A level lasts until the end of the next.',
      since_tier: 'With each level the count begins anew. After a year, who has not reached it again goes down.',
      lifetime: 'Never counted anew; only refunds lower it.',
    },
    downgrade: 'When it is no longer enough',
    downgrades: { one_step: 'One level down', by_balance: 'Down to what they have', none: 'Never down' },
    downgradeHints: {
      one_step: 'At most one level a year.',
      by_balance: 'It may be several levels at once.',
      none: 'Who has risen stays there.',
    },
    grace: 'Wait before a level is lost',
    graceHint: 'In these days customers still hold it and can come once more.',
    warn: 'Tell customers before',
    warnHint: 'From then on what keeps the level stands out in their wallet.',
    add: 'Add a level',
    remove: (name) => `Remove ${name}`,
    name: 'Name',
    nameHint: 'For example: Silver, Gold, Diamond',
    from: 'From',
    visitsUnit: ' visits',
    pointsUnit: ' points',
    times: 'Multiplier',
    timesHint: 'x1 changes nothing. It holds from the visit after.',
    welcome: 'Gift on entering',
    noWelcome: 'None',
    notRising: 'Each level must want more than the one before it.',
  },
}
