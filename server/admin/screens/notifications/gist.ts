import type { Message } from '../../answers.ts'
import type { Words } from '../../words/words.ts'

/** What a message is about, of the parameters its template takes: service, time, person; or points and balance. */
export function gistOf({ params }: Pick<Message, 'params'>, words: Words): string {
  const { service, time, staff, points, balance } = params
  const parts = [
    points && words.points(`+${points}`),
    balance && words.messages.balance(balance),
    service,
    time,
    staff && words.today.with(staff),
  ]
  return parts.filter(Boolean).join(' · ')
}
