/**
 * The code by which a shop knows its customer: `v1.<ref>.<step>.<mac>` in a QR, or digits to type. The phone makes it
 * without a network from a secret it was given; WebCrypto, so that phone and server run the same lines.
 */
export type MemberCard = { ref: string; number: number }
/** What a text may be, before anybody proved it. */
type ReadCode = { ref: string; step: number; code: string } | { number: number; digits: string }
type MemberKey = Awaited<ReturnType<typeof memberKey>>

export const stepSeconds = 30
/** Clocks differ and people walk to the till: the code before and the code after are taken too. */
const stepsAside = 1
/** How far back typed digits are still told from wrong ones. */
const stepsRemembered = 10
const rotatingDigits = 6

/** The step an instant lies in, given in milliseconds. */
export const stepAt = (ms: number) => Math.floor(ms / 1000 / stepSeconds)

export const isFresh = (step: number, now: Date) => Math.abs(step - stepAt(now.getTime())) <= stepsAside

export const memberKey = (secret: Uint8Array<ArrayBuffer>) =>
  crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])

/** What the QR says. */
export async function codeAt(key: MemberKey, ref: string, step: number): Promise<string> {
  const statement = `v1.${ref}.${step}`
  return `${statement}.${toBase64Url((await macOf(key, statement)).slice(0, 16))}`
}

/** The same to type: the customer's number, which finds them, and six digits that rotate and prove it. */
export async function digitsAt(key: MemberKey, { ref, number }: MemberCard, step: number): Promise<string> {
  const mac = new DataView((await macOf(key, `digits.${ref}.${step}`)).buffer)
  const drawn = mac.getUint16(0) * 2 ** 32 + mac.getUint32(2)
  return `${number}${String(drawn % 10 ** rotatingDigits).padStart(rotatingDigits, '0')}`
}

/** Which customer a text speaks of, without believing it; undefined for what is no code at all. */
export function readCode(text: string): ReadCode | undefined {
  const code = text.trim()
  const [, ref, step] = code.match(/^v1\.([\w-]{22})\.(\d{1,10})\.[\w-]{22}$/) ?? []
  if (ref && step) return { ref, step: Number(step), code }
  const digits = code.replace(/[\s.-]/g, '')
  if (!/^[1-9]\d{11,14}$/.test(digits)) return undefined
  return { number: Number(digits.slice(0, -rotatingDigits)), digits }
}

/** The step this customer's key made the code for; undefined when it did not make it. Says nothing of its age. */
export async function stepOf(key: MemberKey, card: MemberCard, given: ReadCode, now: Date) {
  if ('code' in given) return same(await codeAt(key, card.ref, given.step), given.code) ? given.step : undefined
  const present = stepAt(now.getTime())
  for (const step of [present + stepsAside, ...Array.from({ length: stepsRemembered }, (_, ago) => present - ago)])
    if (same(await digitsAt(key, card, step), given.digits)) return step
  return undefined
}

const macOf = async (key: MemberKey, statement: string) =>
  new Uint8Array(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(statement)))

/** Takes as long for a nearly right text as for a wrong one. */
function same(one: string, other: string): boolean {
  let differs = one.length ^ other.length
  for (let i = 0; i < one.length; i++) differs |= one.charCodeAt(i) ^ other.charCodeAt(i)
  return differs === 0
}

export const toBase64Url = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '')

export const fromBase64Url = (text: string) =>
  Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0))
