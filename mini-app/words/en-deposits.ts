import type { deposits as vi } from './vi-deposits.ts'

export const deposits: typeof vi = {
  deposit: {
    title: (vnd) => `Deposit of ${vnd}`,
    why: {
      service: 'This service is held by a deposit. It is part of what you pay.',
      risk: 'As you missed earlier visits, the shop asks for a deposit to hold the time. It is part of what you pay.',
    },
    minutes: (n) => `After booking you have ${n} minutes to pay it. Then the time goes to somebody else.`,
    tiersTitle: 'If you cancel',
    tier: (hours, percent) =>
      hours > 0 ? `${hours} hours or more before: ${percent}% back` : `Up to the visit: ${percent}% back`,
    otherwise: (hours) => `Less than ${hours} hours before: nothing back`,
    noTiers: 'If you cancel, the deposit does not come back.',
    shopCancels: 'If the shop cancels, all of it comes back. If you do not come, the shop keeps it.',
    whole: 'Read the shop’s policy',
    agree: 'I have read the deposit policy and agree to it',
    agreeFirst: 'Please agree to the deposit policy above.',
    look: 'See the deposit and the policy',
    button: (vnd, time, day) => `Book ${time}, ${day}, deposit ${vnd}`,
    noTitle: 'Waiting for your deposit',
    waits: 'Waiting for deposit',
    until: (vnd, when) => `Please pay the deposit of ${vnd} before ${when}.`,
    held: (vnd) => `The time is held for you. It is agreed once the deposit of ${vnd} has come.`,
    over: 'The time to pay is over. If you have paid, the shop will pay it back.',
    byTransfer: 'Bank transfer',
    byCheckout: 'Pay in Zalo',
    how: 'How will you pay?',
    came: (vnd) => `${vnd} of the deposit has come.`,
    states: {
      paid: (vnd) => `The shop has your deposit of ${vnd}. It is part of what you pay.`,
      waived: 'The shop does not need a deposit for this visit.',
      lapsed: 'The deposit did not come in time, so the time is no longer held for you.',
      used: (vnd) => `${vnd} of your deposit went into the bill.`,
      kept: (vnd) => `The shop keeps ${vnd} by the policy that you agreed to.`,
      returned: 'The visit did not take place as booked, so the deposit comes back by the policy.',
    },
    back: (vnd) => `The shop pays you back ${vnd}.`,
    ifCancelled: (vnd) => `If you cancel now, ${vnd} of the deposit comes back.`,
    ifCancelledNone: 'If you cancel now, the deposit does not come back.',
  },
}
