import type { z } from 'zod'
import { type Channel, type FaultKind, faultOf, isListed, ZaloFault } from './errors.ts'
import { jsonObject } from './json.ts'
import { retryAfterMs } from './retry-after.ts'
import type { Outside, ZaloSettings } from './settings.ts'

/** Replies are small; anything larger is not Zalo speaking. */
const longestReply = 256 * 1024

/** Failures before a single byte of the request left this machine: it was certainly not carried out. */
const notSent = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT']

/** With these a host refuses work it has not begun; any other failure may come after the work was done. */
const notBegun = [408, 429, 500, 503]
/** With these a gateway says that it lost sight of the host. */
const outOfSight = [502, 504]

export interface Question<T> {
  channel: Channel
  path: string
  headers: Record<string, string>
  /** Makes it a POST. */
  body?: string | FormData
  /** What counts as success; its absence leaves open what became of a POST. */
  shape: z.ZodType<T>
}

/** Asks Zalo, and returns its answer in the given shape. Throws a ZaloFault; for a GET never one of kind `unknown`. */
export async function ask<T>(outside: Outside, settings: ZaloSettings, question: Question<T>): Promise<T> {
  const { channel, shape, body } = question
  // Asking a second time changes nothing, so no harm lies in not knowing.
  const unclear: FaultKind = body === undefined ? 'retryable' : 'unknown'
  const reply = await replyTo(outside, settings, question, unclear)
  const answer = reply.bytes && jsonObject(reply.bytes)
  throwIfRefused(channel, reply, answer, unclear)
  const parsed = shape.safeParse(answer)
  if (parsed.success) return parsed.data
  throw new ZaloFault(unclear, 'Zalo trả lời theo cách lạ, chưa rõ kết quả.', undefined, reply.circumstances)
}

type Reply = Awaited<ReturnType<typeof replyTo>>

async function replyTo(
  outside: Outside,
  { urls, timeoutMs }: ZaloSettings,
  { channel, path, headers, body }: Question<unknown>,
  unclear: FaultKind,
) {
  try {
    const reply = await outside.fetch(urls[channel] + path, {
      method: body === undefined ? 'GET' : 'POST',
      headers,
      body,
      signal: AbortSignal.timeout(timeoutMs),
      redirect: 'error',
    })
    const circumstances = {
      httpStatus: reply.status,
      retryAfterMs: retryAfterMs(reply.headers.get('retry-after'), outside.now()),
    }
    return { circumstances, bytes: await bytesOf(reply) }
  } catch (cause) {
    if (wasNotSent(cause)) throw new ZaloFault('retryable', 'Chưa kết nối được với Zalo.', undefined, { cause })
    throw new ZaloFault(unclear, 'Zalo không trả lời kịp, chưa rõ đã nhận yêu cầu chưa.', undefined, { cause })
  }
}

/** A number that is known says what happened; failing that the HTTP status does, and then the number again. */
function throwIfRefused(
  channel: Channel,
  { circumstances }: Reply,
  answer: Record<string, unknown> | undefined,
  unclear: FaultKind,
) {
  const status = circumstances.httpStatus
  const code = errorIn(answer)
  if (code !== undefined && isListed(channel, code)) throw faultOf(channel, code, circumstances)
  if (notBegun.includes(status))
    throw new ZaloFault('retryable', 'Zalo đang bận hoặc gặp lỗi, hệ thống sẽ thử lại.', undefined, circumstances)
  if (code !== undefined && !outOfSight.includes(status)) throw faultOf(channel, code, circumstances)
  if (!answer || status >= 400)
    throw new ZaloFault(unclear, 'Zalo đang gặp lỗi, chưa rõ đã nhận yêu cầu chưa.', undefined, circumstances)
}

/** Application errors come with HTTP 200; the Mini App's hosts write `err` where the others write `error`. */
function errorIn(answer: Record<string, unknown> | undefined) {
  return [answer?.error, answer?.err].find((code): code is number => typeof code === 'number' && code !== 0)
}

/** The body, or undefined if it is longer than Zalo's are. */
async function bytesOf(reply: Response) {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of reply.body ?? []) {
    length += part.byteLength
    if (length > longestReply) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts)
}

function wasNotSent(cause: unknown) {
  const reason = cause instanceof Error ? (cause.cause as { code?: string } | undefined) : undefined
  return reason?.code !== undefined && notSent.includes(reason.code)
}
