import type { viTill } from './vi-till.ts'

export const enTill: typeof viTill = {
  till: {
    showCode: 'Show the transfer code',
    picture: (vnd) => `Code to transfer ${vnd}`,
    scan: 'The customer scans it with their bank’s app',
    noAccount:
      'There is no code to scan: the shop has not entered its account under Settings. Press the button below once the money is there.',
    amount: 'Amount',
    memo: 'Memo',
    account: 'Account',
    at: (bank, holder) => `${bank} · ${holder}`,
    awaited: 'Waiting for the money…',
    paid: (vnd) => `${vnd} came.`,
    short: (came, missing) => `${came} came, ${missing} is missing. The customer may send it with the same memo.`,
    over: (came, extra) => `${came} came, ${extra} too much.`,
    seen: 'I saw the money come',
    restInCash: 'Take the rest in cash',
    extraToWallet: 'Put the rest into the wallet',
    extraInCash: 'Give the rest back',
  },
}
