import type { wallets as said } from './vi-wallets.ts'

export const wallets: typeof said = {
  wallets: {
    stamps: 'Stamp card',
    stampsOf: (have, goal) => `${have} of ${goal} stamps`,
    missing: (n, gives) => `${n} more ${n === 1 ? 'visit' : 'visits'} for: ${gives}`,
    full: (gives) => `Full. ${gives} has run out for now; the next visit tries again.`,
    packages: 'Package',
    left: (left, sessions) => `${left} of ${sessions} sessions left`,
    until: (day) => `Until the end of ${day}`,
    forGood: 'For good',
    frozen: 'Frozen: its days stand still',
    shared: 'Others may come on it',
    over: (n) => `Packages that are over (${n})`,
    used: 'All used',
    ranOut: 'Run out',
    closed: 'Paid back',
    credit: 'Money in the wallet',
    creditWhy: 'Pays in the shop and never runs out.',
    history: 'See the history',
    empty: 'Nothing yet',
    emptyWords: 'Whatever changes is shown here.',
    reasons: {
      stamps: { earned: 'A stamp', redeemed: 'Full, and what it gives taken', reversed: 'Taken back with a refund' },
      package: {
        bought: 'Bought',
        redeemed: 'A session used',
        returned: 'A session back from a refunded visit',
        expired: 'Ran out',
        extended: 'Frozen or thawed',
        closed: 'The rest paid back',
      },
      credit: {
        bought: 'Paid in',
        redeemed: 'Paid for a visit',
        returned: 'Back from a refunded visit',
        adjusted: 'Changed by the shop',
      },
    },
  },
}
