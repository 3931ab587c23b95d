import { graphCodes, oaCodes, oauthCodes } from './oa-codes.ts'
import { znsCodes } from './zns-codes.ts'

/**
 * What to do about a fault: try again later; never again with this content; have a person repair the connection; wait
 * for quota or money; wait for the morning; give up on this recipient; or find out first whether it was done.
 */
export type FaultKind = 'retryable' | 'permanent' | 'configuration' | 'quota' | 'night' | 'recipient' | 'unknown'

/** The four hosts of Zalo that this server calls; each has its own meaning of an error number. */
export type Channel = 'oauth' | 'business' | 'openapi' | 'graph'

export type CodeTable = Record<number, readonly [kind: FaultKind, meaning: string]>

const tables: Record<Channel, CodeTable> = {
  oauth: oauthCodes,
  business: znsCodes,
  openapi: oaCodes,
  graph: graphCodes,
}

/** Numbers no table knows: transient for messages, an answer for good where a shopper's token or ours was refused. */
const unlisted: Record<Channel, readonly [FaultKind, string]> = {
  oauth: ['configuration', 'Không làm mới được kết nối với Zalo, cần nối lại.'],
  business: ['retryable', 'Zalo trả về mã lỗi lạ, hệ thống sẽ gửi lại.'],
  openapi: ['retryable', 'Zalo trả về mã lỗi lạ, hệ thống sẽ gửi lại.'],
  graph: ['permanent', 'Zalo không xác nhận được thông tin của khách.'],
}

/** Says that the access token is no good: refresh it and try once more. */
export const refusedTokenCodes: readonly number[] = [-124, -216, -220]

/** Zalo said no, or said nothing intelligible. `meaning` is a sentence for the owner of the shop. */
export class ZaloFault extends Error {
  readonly kind: FaultKind
  readonly meaning: string
  readonly code: number | undefined

  constructor(kind: FaultKind, meaning: string, code?: number, options?: ErrorOptions) {
    super(code === undefined ? meaning : `${meaning} (${code})`, options)
    this.name = 'ZaloFault'
    this.kind = kind
    this.meaning = meaning
    this.code = code
  }
}

/** The fault behind an error number that a host answered with. */
export function faultOf(channel: Channel, code: number) {
  const [kind, meaning] = tables[channel][code] ?? unlisted[channel]
  return new ZaloFault(kind, meaning, code)
}
