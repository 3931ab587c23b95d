import type { member as vi } from './vi-member.ts'

export const member: typeof vi = {
  memberCode: {
    title: 'My code',
    picture: 'Your QR code, another one every half minute',
    digits: 'Your number, to read out:',
    how: 'Let the shop scan this or read out the digits. If the camera struggles, make the screen brighter.',
    impossible: 'This phone cannot make a code. Please read out the last digits of your phone number.',
  },
}
