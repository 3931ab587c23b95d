import { minuteMs } from '../../shared/time.ts'

const failuresMost = 5
const withinMs = 30_000
const openMs = minuteMs

/**
 * Spares a channel that does not answer: after 5 failures within 30 seconds nothing goes there for a minute, then one
 * message tries whether it is back. Time is given, so that a shop whose clock is in hand behaves the same.
 */
function createBreaker() {
  let failures: number[] = []
  let openUntil = 0
  let tryingUntil = 0

  return {
    /** When something may go: now, unless the channel is spared. The first who asks after a pause is the one who tries. */
    opensAt(now: Date): Date | undefined {
      if (openUntil === 0) return undefined
      if (openUntil > now.getTime()) return new Date(openUntil)
      if (tryingUntil > now.getTime()) return new Date(tryingUntil)
      tryingUntil = now.getTime() + withinMs
      return undefined
    },
    succeeded() {
      failures = []
      openUntil = 0
    },
    failed(now: Date) {
      failures = [...failures.filter((at) => at > now.getTime() - withinMs), now.getTime()]
      if (failures.length >= failuresMost || openUntil > 0) openUntil = now.getTime() + openMs
    },
    /** The connection itself is broken: trying each message would be in vain. */
    pause(now: Date) {
      openUntil = now.getTime() + openMs
    },
  }
}

/** One for each host that messages go to. */
export const createBreakers = () => ({ business: createBreaker(), openapi: createBreaker() })
export type Breakers = ReturnType<typeof createBreakers>
