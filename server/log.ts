import { DrizzleQueryError } from 'drizzle-orm'
import { type DestinationStream, type Logger, pino } from 'pino'

export type Log = Logger

/** Structured lines on standard output. What might be a phone or a token is blotted out of every line. */
export function createLog(level: string, destination?: DestinationStream): Log {
  return pino(
    { level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime, hooks: { streamWrite: blot } },
    destination ?? pino.destination(1),
  )
}

const phones = /(?<![\w-])(?:\+?84|0)(?:[\s.-]?\d){9}\b/g
const tokens = /[A-Za-z0-9_-]{40,}/g

const blot = (line: string) => line.replace(tokens, '[token]').replace(phones, '[phone]')

/** A fault for the log: where and why, without the values that a failed query carried. */
export function described(fault: unknown): { message: string; stack?: string } {
  if (fault instanceof DrizzleQueryError)
    return { ...described(fault.cause), message: `${fault.query} · ${String(fault.cause)}` }
  return fault instanceof Error ? { message: fault.message, stack: fault.stack } : { message: String(fault) }
}
