import type { coming as said } from './vi-coming.ts'

export const coming: typeof said = {
  move: {
    title: 'Move',
    now: 'Booked now',
    sheet: 'Move to this time?',
    fromTo: (before, after) => `From ${before} to ${after}.`,
    button: (time, day) => `Move to ${time}, ${day}`,
    no: 'Choose another time',
    late: 'This booking can no longer be moved here. Please call the shop.',
    over: 'This booking is over or cancelled.',
  },

  keep: {
    title: 'Keep the booking',
    button: 'I will come',
    kept: 'You said that you will come.',
    thanks: 'Thank you, the shop knows. See you then.',
    move: 'I cannot, choose another time',
    see: 'See the booking',
  },

  wait: {
    lead: 'Nothing that suits you?',
    button: 'Tell me when there is room',
    words: (day) => `If somebody cancels (${day}), the shop writes to you in Zalo and keeps the time for some minutes.`,
    which: 'When would suit you?',
    stretches: { all: 'Any time', morning: 'Morning', afternoon: 'Afternoon', evening: 'Evening', own: 'Other' },
    from: 'From',
    to: 'To',
    join: (day) => `Wait for ${day}`,
    joined: 'You are on the list',
    joinedWords: 'The shop writes as soon as there is room. See or leave the list in My bookings.',
    mine: 'Waiting for room',
    one: 'Waiting for room',
    look: 'See the time',
    leave: 'Stop waiting',
    states: {
      waiting: 'Waiting',
      offered: 'There is room',
      booked: 'Booked',
      left: 'No longer waiting',
      passed: 'Passed on',
      lapsed: 'The day is over',
    },
  },

  offer: {
    title: 'There is room for you',
    unknown: 'This could not be found among what you wait for.',
    take: (time, day) => `Take ${time}, ${day}`,
    pass: 'Leave it',
    firstWins: 'Everybody who waits was told; whoever takes it first has it.',
    over: 'This time is no longer kept.',
    why: {
      waiting: 'There is no room yet. The shop writes as soon as there is.',
      offered: '',
      booked: 'You have taken this time.',
      left: 'You no longer wait.',
      passed: 'The time that was kept for you has gone to the next.',
      lapsed: 'That day passed without room.',
    },
  },

  rebook: {
    title: 'Book the same again',
    lead: 'Tap a time and it is booked',
    time: (clock) => `Book ${clock}`,
    other: 'Choose another time',
    none: 'Nothing like last time is free.',
    notWith: (name) => `With ${name} last time, with anyone now`,
    instead: 'You can still book as usual.',
  },

  checkIn: {
    title: 'At the shop',
    welcome: (name) => (name ? `Hello ${name}, please have a seat` : 'Hello, please have a seat'),
    at: (clock) => `The shop knows that you are here. Your booking is at ${clock}.`,
    noCode: 'Please scan the code at the shop’s door.',
    noVisit: 'You can book a time today or ask the staff.',
  },

  calendar: {
    add: 'Add to the phone’s calendar',
    opened: 'The calendar file was opened. If you do not see it, copy this link into a browser.',
    notOpened: 'Zalo on this phone cannot open it. Copy this link into the phone’s browser.',
    address: 'Link',
    feed: 'My bookings in the calendar app',
    feedWhy: 'Bookings appear in the phone’s calendar and stay up to date.',
    feedButton: 'Get the calendar link',
    feedWords: 'Add this link to a calendar app (“by URL”). Whoever has it can see them, so do not pass it on.',
    feedOpen: 'Open the calendar app',
  },
}
