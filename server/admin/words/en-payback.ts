import type { viPayback } from './vi-payback.ts'

export const enPayback: typeof viPayback = {
  payback: {
    title: 'To be paid back',
    hint: 'What was paid through Zalo goes back through Zalo. The rest you pay back yourself, then press a button.',
    none: 'Nothing is left to pay back.',
    order: (code) => `Order ${code}`,
    deposit: (what) => `Deposit for ${what}`,
    reasons: {
      late: 'The money came after the order had ended',
      over: 'Too much was paid',
      cancelled: 'The order was cancelled',
      returned: 'Goods were returned',
      lowered: 'The order became smaller',
      deposit: 'The deposit goes back by the rules',
    },
    byZalo: 'going back through Zalo',
    failed: 'Zalo could not send it back',
    ways: { cash: 'Paid back in cash', transfer: 'Transferred', credit: 'Into the wallet' },
    sure: {
      cash: (vnd) => `Paid ${vnd} back in cash?`,
      transfer: (vnd) => `Transferred ${vnd} to the customer?`,
      credit: (vnd) => `Put ${vnd} into the customer’s wallet?`,
    },
    told: 'The customer is told at once.',
    insteadOfZalo: 'It will then not go back through Zalo.',
    lookFirst: 'Look into Zalo’s Checkout console first, so that it does not go back twice.',
    note: 'Note',
    done: (vnd) => `${vnd} noted as paid back.`,
    mismatch: 'Zalo took another amount than was due',
    unknown: 'Money from Zalo for an order nobody knows',
    zaloOrder: (id) => `Zalo’s order: ${id}`,
  },
}
