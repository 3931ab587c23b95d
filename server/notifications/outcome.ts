import type { outbox } from '../../drizzle/schema/index.ts'
import { addMinutes, hourMs, minuteMs } from '../../shared/time.ts'
import { ZaloFault } from '../zalo/errors.ts'

type Message = typeof outbox.$inferSelect

/** What a round writes on a message. */
export type Outcome = Partial<
  Pick<Message, 'state' | 'dueAt' | 'sentAt' | 'zaloMessageId' | 'problem' | 'attempts' | 'unknownTimes'>
>

const maxAttempts = 12

/** What to do after a send that failed, by the kind of fault: try again, wait, find out, or give up with a reason. */
export function afterFault(fault: unknown, message: Message, now: Date): Outcome {
  if (!(fault instanceof ZaloFault)) throw fault
  const problem = fault.meaning
  const again = (dueAt: Date): Outcome => ({ state: 'waiting', dueAt, problem })
  switch (fault.kind) {
    case 'unknown':
      return ofUnknownOutcome(message, problem, now)
    case 'retryable':
      return message.attempts < maxAttempts ? again(backoff(message.attempts, now)) : { state: 'dead', problem }
    case 'night':
    case 'quota':
      return again(new Date(now.getTime() + hourMs))
    case 'configuration':
      // The connection is broken, not the message: no try is burned.
      return { ...again(addMinutes(now, 5)), attempts: message.attempts - 1 }
    default:
      return { state: 'dead', problem }
  }
}

/** It may have been delivered: wait for the receipt, then send once more at most. */
export function ofUnknownOutcome({ unknownTimes }: Message, problem: string, now: Date): Outcome {
  if (unknownTimes > 0) return { state: 'dead', problem: `${problem} Đã gửi lại một lần.` }
  return { state: 'unknown', dueAt: addMinutes(now, 10), problem, unknownTimes: unknownTimes + 1 }
}

/** Full jitter over 2 s · 2^n, at least a second and at most half an hour. */
function backoff(attempts: number, now: Date): Date {
  const most = Math.min(30 * minuteMs, 2000 * 2 ** attempts)
  return new Date(now.getTime() + Math.max(1000, Math.random() * most))
}
