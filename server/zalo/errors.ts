import { graphCodes, oaCodes, oauthCodes } from './oa-codes.ts'
import { miniAppCodes, paymentCodes } from './open-api-codes.ts'
import type { Host } from './settings.ts'
import { znsCodes } from './zns-codes.ts'

/**
 * What to do about a fault: try again later; never again with this content; have a person repair the connection; wait
 * for quota or money; wait for the morning; give up on this recipient; or find out first whether it was done.
 */
export type FaultKind = 'retryable' | 'permanent' | 'configuration' | 'quota' | 'night' | 'recipient' | 'unknown'

/** A host of Zalo; each has its own meaning of an error number. */
export type Channel = Host

export type CodeTable = Record<number, readonly [kind: FaultKind, meaning: string]>

const tables: Record<Channel, CodeTable> = {
  oauth: oauthCodes,
  business: znsCodes,
  openapi: oaCodes,
  graph: graphCodes,
  miniApp: miniAppCodes,
  payment: paymentCodes,
}

/** Numbers no table knows: transient for messages, an answer for good where a shopper's token or ours was refused. */
const unlisted: Record<Channel, readonly [FaultKind, string]> = {
  oauth: ['configuration', 'Không làm mới được kết nối với Zalo, cần nối lại.'],
  business: ['retryable', 'Zalo trả về mã lỗi lạ, hệ thống sẽ gửi lại.'],
  openapi: ['retryable', 'Zalo trả về mã lỗi lạ, hệ thống sẽ gửi lại.'],
  graph: ['permanent', 'Zalo không xác nhận được thông tin của khách.'],
  miniApp: ['retryable', 'Zalo trả về mã lỗi lạ, hệ thống sẽ gửi lại.'],
  payment: ['retryable', 'Zalo trả về mã lỗi thanh toán lạ, hệ thống sẽ hỏi lại.'],
}

/** Says that the access token is no good: refresh it and try once more. */
export const refusedTokenCodes: readonly number[] = [-124, -216, -220]

interface Circumstances extends ErrorOptions {
  retryAfterMs?: number
  httpStatus?: number
}

/** Zalo said no, or said nothing intelligible. `meaning` is a sentence for the owner of the shop. */
export class ZaloFault extends Error {
  readonly kind: FaultKind
  readonly meaning: string
  /** Zalo's number, if it answered with one. */
  readonly code: number | undefined
  /** How long Zalo asks to be left alone, at most a day. */
  readonly retryAfterMs: number | undefined
  readonly httpStatus: number | undefined

  constructor(kind: FaultKind, meaning: string, code?: number, circumstances: Circumstances = {}) {
    super(code === undefined ? meaning : `${meaning} (${code})`, circumstances)
    this.name = 'ZaloFault'
    this.kind = kind
    this.meaning = meaning
    this.code = code
    this.retryAfterMs = circumstances.retryAfterMs
    this.httpStatus = circumstances.httpStatus
  }
}

const inEnglish: Record<FaultKind, string> = {
  retryable: 'Zalo is busy or failing; it is tried again.',
  permanent: 'Zalo refuses this content.',
  configuration: 'The connection or a permission at Zalo must be mended.',
  quota: 'The quota or the money at Zalo has run out.',
  night: 'Zalo sends nothing of this kind at night.',
  recipient: 'Zalo cannot reach this person.',
  unknown: 'Zalo answered in a way that leaves open what happened.',
}

/** What went wrong, for readers of both languages; in English by its kind and number. */
export const wordsOf = ({ meaning, kind, code }: ZaloFault): readonly [vi: string, en: string] => [
  meaning,
  code === undefined ? inEnglish[kind] : `${inEnglish[kind]} (${code})`,
]

/** Whether the meaning of a host's error number is known. */
export const isListed = (channel: Channel, code: number) => code in tables[channel]

/** The fault behind an error number that a host answered with. */
export function faultOf(channel: Channel, code: number, circumstances?: Circumstances) {
  const [kind, meaning] = tables[channel][code] ?? unlisted[channel]
  return new ZaloFault(kind, meaning, code, circumstances)
}
