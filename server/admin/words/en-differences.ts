import type { viDifferences } from './vi-differences.ts'

export const enDifferences: typeof viDifferences = {
  differences: {
    title: 'Reconciliation',
    hint: 'Money that came and went is compared with visits, orders and deposits.',
    none: 'Everything agrees.',
    waiting: (n) => (n === 1 ? '1 sum waits for somebody' : `${n} sums wait for somebody`),
    before: (n) =>
      `${n} ${n === 1 ? 'sum does' : 'sums do'} not agree yet. Look first; the day can be closed all the same.`,
    since: (at) => `since ${at}`,
    order: (code) => `Order ${code}`,
    nobody: 'Of nobody yet',
    why: {
      short: 'Too little was transferred',
      unplaced: 'Money of nobody came in',
      held: 'Money from Zalo fits no order',
      payback: 'Not paid back yet',
      unanswered: 'Zalo has not said whether it was paid',
      untold: 'Zalo could not be told',
      stray: 'Money came when the visit was over',
      sums: 'The sums of an order do not agree',
    },
    todo: {
      short: 'Ask for another transfer with the same words, or take the rest in cash. Cancelled, what came goes back.',
      unplaced: 'Choose what it was for below, or put it aside and say why.',
      held: 'Look into Zalo’s Checkout console, pay back or accept it there, then press “Settled”.',
      payback: 'Pay it back, then press a button under “To be paid back”.',
      unanswered: 'Zalo is asked again by itself. If the customer says it was paid, look into the Checkout console.',
      untold: 'It is tried again every hour. If it takes long, change the state in the Checkout console.',
      stray: 'It will be among what is to be paid back by tomorrow.',
      sums: 'This is a fault of the software. Keep the order and tell who set it up.',
    },
    go: {
      customer: 'See the customer',
      order: 'See the order',
      notices: 'To money of nobody',
      paybacks: 'To paybacks',
    },
    settle: 'Settled',
    settleTitle: (vnd) => `Settled ${vnd} in Zalo?`,
    settleWhy: 'Say what was done, so that nobody needs to look again.',
    settleNote: 'What was done',
    settled: (vnd) => `${vnd} settled.`,
  },
}
