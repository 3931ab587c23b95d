import type { viCalendar } from './vi-calendar.ts'

export const enCalendar: typeof viCalendar = {
  doorCode: {
    scan: 'Scan with Zalo when you arrive',
    scanWhy: 'Whoever scans this code is marked as here, without being asked at the desk.',
    picture: 'QR code for the door',
    print: 'Print the code',
    renew: 'Change the code',
    renewTitle: 'Change the code at the door?',
    renewWhy: 'The old print stops working. A new one has to be printed and put up.',
    renewed: 'The code is changed. Please print the new one.',
  },
  calendarFeeds: {
    why: 'Paste an address into Google Calendar, Apple Calendar or Outlook to see the shop’s calendar there. Whoever has the address sees names and times, but neither phones nor notes.',
    shop: 'The whole shop',
    who: 'Whose calendar',
    add: 'Make an address',
    added: 'The address is made.',
    all: 'Everybody has an address.',
    empty: 'There is no address yet. Choose whose calendar and press “Make an address”.',
    copy: (whose) => `Copy the address: ${whose}`,
    revoke: (whose) => `Take back the address: ${whose}`,
    revokeIt: 'Take back',
    revokeTitle: 'Take this address back?',
    revokeWhy: (whose) => `Programs that show the calendar “${whose}” will not see it any more.`,
    revoked: 'The address is taken back.',
  },
}
