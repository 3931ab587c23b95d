import type { owner as vi } from './vi-owner.ts'

export const owner: typeof vi = {
  owner: {
    title: 'I run this shop',
    why: 'Get the shop’s figures and news in this Zalo.',
    open: 'Enter the code',
    label: 'Six-digit code',
    hint: 'The code is on the admin page, under Messages for the owner.',
    send: 'Tie this Zalo',
    done: 'Tied. The shop’s messages come to this Zalo.',
    toAdmin: 'Admin page',
    adminWhy: 'This is done on the shop’s admin page.',
    openAdmin: 'Open the admin page',
  },
}
