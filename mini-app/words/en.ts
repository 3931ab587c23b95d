import { formatNumber } from '../../shared/money.ts'
import { booking } from './en-booking.ts'
import { coming } from './en-coming.ts'
import { deposits } from './en-deposits.ts'
import { friends } from './en-friends.ts'
import { member } from './en-member.ts'
import { orders } from './en-orders.ts'
import { owner } from './en-owner.ts'
import { paying } from './en-paying.ts'
import { photos } from './en-photos.ts'
import { points } from './en-points.ts'
import { products } from './en-products.ts'
import { tiers } from './en-tiers.ts'
import { wallets } from './en-wallets.ts'
import type { Words } from './vi.ts'

export const en: Words = {
  ...booking,
  ...coming,
  ...deposits,
  ...friends,
  ...member,
  ...orders,
  ...owner,
  ...paying,
  ...photos,
  ...points,
  ...products,
  ...tiers,
  ...wallets,
  tabs: { label: 'Main sections', home: 'Home', book: 'Book', points: 'Points', me: 'Me' },
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  today: 'Today',
  tomorrow: 'Tomorrow',
  minutes: (n) => `${n} min`,
  moreMinutes: (n) => `${n} min more`,
  from: (price) => `from ${price}`,
  points: (n) => `${formatNumber(n)} ${n === 1 ? 'point' : 'points'}`,
  back: 'Back',
  close: 'Close',
  copy: 'Copy the link',
  copied: 'Copied.',
  less: 'Less',
  more: 'More',
  directions: 'Directions',
  again: 'Try again',
  loading: 'Loading',
  at: (time, day) => `${time}, ${day}`,
  withWhom: (...names) => `with ${names.join(', ').replace(/, ([^,]*)$/, ' and $1')}`,
  call: 'Call the shop',
  callTo: (phone) => `Call ${phone}`,

  problems: {
    offline: 'This phone is offline. Check the connection and try again; what you typed is kept.',
    slow: 'The shop has not answered; the network may be slow. Please try again.',
    silent: 'Zalo is not answering. Please try again in a few seconds.',
    refused_by_zalo: 'Zalo could not confirm who you are. Please try again.',
    outside: 'This works only inside Zalo.',
    not_found: 'This could not be found.',
    refusal: 'This could not be done. Please try again.',
    fault: 'The shop did not get your request; the fault is ours. Please try again in a few minutes.',
  },
  offlineBar: 'You are offline. What you typed is kept.',
  lost: { title: 'There is no such page', words: 'The link may be an old one.', home: 'Back to home' },

  outside: {
    title: 'Open in Zalo to book',
    words: 'Bookings, points and reminders all live inside Zalo. There is nothing else to install.',
    open: 'Open in Zalo',
    steps: ['Open Zalo on your phone', 'Tap the search box at the top'],
    lastStep: (name) => `Type “${name}” and choose the shop’s Mini App`,
  },

  home: {
    hello: (name) => (name ? `Hello ${name}` : 'Hello'),
    next: 'Your next booking',
    manage: (n) => (n > 1 ? `${n} bookings` : 'Details'),
    rebook: 'Book the same again',
    rebookAt: (time, day) => `Choose ${time}, ${day}`,
    rebookOther: 'Choose another time',
    rebookNone: 'Nothing like last time is free in the next two weeks.',
    first: 'You have no booking yet',
    firstWords: 'Choose what and when in less than a minute.',
    book: 'Book a visit',
    services: 'Services',
    allServices: 'See all',
    rate: 'How was your last visit?',
    rateButton: 'Rate it',
  },

  services: {
    title: 'Book',
    lead: 'Choose a service',
    empty: 'The shop has nothing open for booking yet. Please call.',
  },

  feedback: {
    title: 'Rate your visit',
    lead: 'How was it?',
    stars: ['Very bad', 'Not good', 'All right', 'Good', 'Very good'],
    star: (n) => (n === 1 ? '1 star' : `${n} stars`),
    choose: 'Tap a star',
    words: 'Tell the shop more (optional)',
    wordsBad: 'What went wrong? The shop would like to put it right',
    recommend: 'Would you send a friend to the shop? (optional)',
    mark: (n) => `${n} out of 10`,
    never: '0: surely not',
    surely: '10: surely',
    button: (n) => `Send ${n === 1 ? '1 star' : `${n} stars`}`,
    buttonEmpty: 'Choose the stars first',
    thanks: 'Thank you',
    thanksWords: 'The shop has your rating and reads every word.',
    home: 'Back to home',
    again: 'Book the next visit',
    rated: 'You have rated this visit already. Thank you.',
    notYet: 'This visit is not over yet, so it cannot be rated.',
    none: 'Nothing to rate',
    noneWords: 'After each visit you can tell the shop here how it was.',
    unknown: 'This booking is not among yours.',
    bookings: 'See my bookings',
  },

  me: {
    title: 'Me',
    bookings: 'My bookings',
    feedback: 'Rate my last visit',
    name: 'Your name',
    nameHint: 'What the shop calls you.',
    save: 'Save name',
    saved: 'Saved',
    phone: 'Phone number',
    phoneWhy: 'Used only for confirmations, reminders and news of your points in Zalo.',
    phoneGive: 'Share phone number',
    phoneTake: 'Take back',
    phoneRefused: 'You have not shared a number. The shop sends no Zalo messages until you do.',
    phoneSilent: 'Zalo could not give the number. Please try again later.',
    sheetTitle: 'Take back your number?',
    sheetWords: 'The shop deletes it and sends no more confirmations or reminders in Zalo. Bookings and points stay.',
    sheetYes: 'Delete my number',
    sheetNo: 'Keep it',
    news: 'Messages after each visit',
    newsWhy: 'Points earned, rewards taken, how it was. News of a booked visit always comes.',
    offers: 'Get offers through Zalo',
    offersWhy:
      'Offers of the shop, sent through Zalo, at most 1 message a week and 4 a month. You can turn this off at any time.',
    language: 'Language',
    languages: { vi: 'Tiếng Việt', en: 'English' },
    follow: 'Follow the shop in Zalo',
    followButton: 'Follow',
    followWhy: 'Get its answers and offers in Zalo',
    follows: 'You follow the shop in Zalo',
    followRefused: 'You do not follow the shop. You can do it any time.',
    zaloSilent: 'Zalo is not answering. Please try again.',
    chat: 'Message the shop',
    hours: 'Opening hours',
    closedDay: 'Closed',
  },
}
