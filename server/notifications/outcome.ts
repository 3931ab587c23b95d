import type { outbox } from '../../drizzle/schema/index.ts'
import { classOf, type Route } from '../../shared/notifications.ts'
import { addMinutes, hourMs, minuteMs } from '../../shared/time.ts'
import { ZaloFault } from '../zalo/errors.ts'
import type { Message } from './ways.ts'

/** What a round writes on a message. */
export type Outcome = Partial<
  Pick<
    typeof outbox.$inferSelect,
    | 'state'
    | 'dueAt'
    | 'sentAt'
    | 'zaloMessageId'
    | 'problem'
    | 'attempts'
    | 'unknownTimes'
    | 'barred'
    | 'route'
    | 'costVnd'
  >
>

const maxAttempts = 12
/** A receipt comes within seconds; a server that was away hears it again after half a minute and after five and a half. */
const receiptMinutes = 15
const notByUserId = -249

/** What to do after a send that failed, by the kind of fault: try again, wait, find out, or give up with a reason. */
export function afterFault(
  fault: unknown,
  message: Message,
  way: { route: Route; hasOther: boolean },
  { now, random }: { now: Date; random: () => number },
): Outcome {
  if (!(fault instanceof ZaloFault)) throw fault
  const problem = fault.meaning
  const again = (dueAt: Date): Outcome => ({ state: 'waiting', dueAt, problem, costVnd: 0 })
  switch (fault.kind) {
    case 'unknown':
      return ofUnknownOutcome(message, problem, now)
    case 'retryable':
      return message.attempts < maxAttempts
        ? again(later(message.attempts, fault.retryAfterMs, now, random))
        : { state: 'dead', problem, costVnd: 0 }
    case 'night':
    case 'quota':
      return { ...again(new Date(now.getTime() + hourMs)), attempts: message.attempts - 1 }
    case 'configuration':
      // The connection is broken, not the message: no try is burned.
      return { ...again(addMinutes(now, 1)), attempts: message.attempts - 1 }
    default: {
      const isOfWay = fault.kind === 'recipient' || fault.code === notByUserId
      const mayTurn = isOfWay && way.hasOther && classOf(message.intent) !== 'marketing'
      if (!mayTurn) return { state: 'dead', problem, costVnd: 0 }
      return { ...again(now), barred: [...message.barred, way.route] }
    }
  }
}

/** It may have been delivered: wait for the receipt, then send once more at most. */
export function ofUnknownOutcome({ unknownTimes }: Message, problem: string, now: Date): Outcome {
  if (unknownTimes > 0) return { state: 'dead', problem: `${problem} Đã gửi lại một lần.` }
  return { state: 'unknown', dueAt: addMinutes(now, receiptMinutes), problem, unknownTimes: unknownTimes + 1 }
}

/** Full jitter over 2 s · 2^n, at least a second and at most half an hour, and not before Zalo said. */
function later(attempts: number, retryAfterMs: number | undefined, now: Date, random: () => number): Date {
  const most = Math.min(30 * minuteMs, 2000 * 2 ** attempts)
  return new Date(now.getTime() + Math.max(1000, random() * most, retryAfterMs ?? 0))
}
