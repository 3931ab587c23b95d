import type { z } from 'zod'
import { type Channel, faultOf, ZaloFault } from './errors.ts'

/** Replies are small; anything larger is not Zalo speaking. */
const longestReply = 256 * 1024

/** Failures before a single byte of the request left this machine: it was certainly not carried out. */
const notSent = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT']

export interface Question {
  url: string
  method?: 'GET' | 'POST'
  headers: Record<string, string>
  body?: string
}

/** Asks Zalo and returns the JSON object it answers with, whatever `error` inside says. Throws a ZaloFault. */
export async function ask(fetch: typeof globalThis.fetch, timeoutMs: number, question: Question) {
  const { url, method = 'GET', headers, body } = question
  let status: number
  let text: string
  try {
    const signal = AbortSignal.timeout(timeoutMs)
    const reply = await fetch(url, { method, headers, body, signal, redirect: 'error' })
    status = reply.status
    text = await textOf(reply)
  } catch (cause) {
    if (cause instanceof ZaloFault) throw cause
    if (wasNotSent(cause)) throw new ZaloFault('retryable', 'Chưa kết nối được với Zalo.', undefined, { cause })
    throw new ZaloFault('unknown', 'Zalo không trả lời kịp, chưa rõ đã nhận yêu cầu chưa.', undefined, { cause })
  }
  const answer = status < 500 ? jsonObject(text) : undefined
  if (!answer || (status >= 400 && typeof answer.error !== 'number'))
    throw new ZaloFault('retryable', 'Zalo đang gặp lỗi, hệ thống sẽ thử lại.')
  return answer
}

/** Reads an answer of the envelope `{ error, message, … }`: application errors come with HTTP 200. */
export function read<T>(channel: Channel, answer: Record<string, unknown>, shape: z.ZodType<T>): T {
  throwIfRefused(channel, answer)
  const parsed = shape.safeParse(answer)
  if (answer.error === 0 && parsed.success) return parsed.data
  throw new ZaloFault('unknown', 'Zalo trả lời theo cách lạ, chưa rõ kết quả.')
}

/** Throws the fault that an answer speaks of, if it speaks of one. */
export function throwIfRefused(channel: Channel, answer: Record<string, unknown>) {
  if (typeof answer.error === 'number' && answer.error !== 0) throw faultOf(channel, answer.error)
}

async function textOf(reply: Response) {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of reply.body ?? []) {
    length += part.byteLength
    if (length > longestReply) throw new ZaloFault('retryable', 'Zalo trả lời quá dài.')
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

function jsonObject(text: string) {
  try {
    const value: unknown = JSON.parse(text)
    return value && typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

function wasNotSent(cause: unknown) {
  const reason = cause instanceof Error ? (cause.cause as { code?: string } | undefined) : undefined
  return reason?.code !== undefined && notSent.includes(reason.code)
}
