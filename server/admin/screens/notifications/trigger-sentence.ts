import type { Trigger } from '../../answers.ts'
import type { Words } from '../../words/words.ts'
import { spoken } from './durations.ts'

type Said = Pick<Trigger, 'intent' | 'event' | 'waitMinutes' | 'condition' | 'deadlineMinutes'>

/** `2 giờ sau khi xong dịch vụ, hỏi khách thấy thế nào` */
export function sentenceOf({ intent, event, waitMinutes }: Said, words: Words): string {
  const { when, say } = words.triggers
  return `${when[event](spoken(waitMinutes, words))}, ${say[intent]}`
}

/** For whom, and when it is too late. */
export function limitsOf({ event, condition, deadlineMinutes }: Said, words: Words): string {
  const { triggers } = words
  const late = spoken(deadlineMinutes, words)
  const deadline = event === 'visit_ahead' ? triggers.deadlineAhead(late) : triggers.deadline(late)
  return [condition !== 'always' && triggers.condition[condition], deadline].filter(Boolean).join(' · ')
}
