import type { Message } from '../../answers.ts'
import type { Words } from '../../words/words.ts'

/** What a message is about, of what is known of it: service, time, person; points and balance; or what was typed. */
export function gistOf({ params }: Pick<Message, 'params'>, words: Words): string {
  const { service, time, staff, points, balance, reward, text } = params
  const parts = [
    text,
    reward,
    points && words.points(`${reward ? '-' : '+'}${points}`),
    balance && words.messages.balance(balance),
    service,
    time,
    staff && words.today.with(staff),
  ]
  return parts.filter(Boolean).join(' · ')
}
