import type { asking as said } from './vi-asking.ts'

export const asking: typeof said = {
  code: {
    open: 'Enter a code',
    title: 'Enter a code',
    label: 'Code',
    hint: 'From a leaflet, a message or a partner of the shop.',
    send: 'Take the offer',
    got: 'The offer is yours',
  },
  terms: {
    title: 'Terms of points',
    first: 'Points are earned as ever. Before you use them or take an offer, please read and accept.',
    agree: 'I agree',
    read: 'Read the terms',
    later: 'Later',
  },
  wrong: {
    open: 'Something wrong?',
    label: 'Tell the shop what is not right',
    hint: 'The shop sees these same lines and answers right here.',
    send: 'Send to the shop',
    sent: 'The shop has your question',
    sentWords: 'The answer will appear right here.',
    other: 'Or ask at once',
    yours: 'You asked',
    waiting: 'Waiting for the shop’s answer.',
    answered: 'The shop has answered',
    again: 'Ask again',
    see: 'See the answer',
  },
  prolonged: 'The shop lets you use them longer, until the new day below.',
}
