import { createHmac } from 'node:crypto'

interface Claim {
  kind: 'access' | 'refresh' | 'person' | 'login'
  subject: string
  /** Milliseconds since 1970; 0 for never. */
  expires: number
}

/**
 * Makes tokens that only this stand-in can read. They carry their meaning, so that what an earlier run handed out, and
 * the shop's database remembers, still works after a restart.
 */
export function createMint(secret: string, now: () => Date) {
  const seal = (payload: string) => createHmac('sha256', secret).update(payload).digest('base64url')

  function issue(kind: Claim['kind'], subject: string, lifeMs: number) {
    const expires = lifeMs === 0 ? 0 : now().getTime() + lifeMs
    const payload = Buffer.from(JSON.stringify({ kind, subject, expires })).toString('base64url')
    return `${payload}.${seal(payload)}`
  }

  /** Who or what a token of this kind stands for; undefined if it is forged, of another kind or too old. */
  function read(kind: Claim['kind'], token: string | undefined) {
    const [payload = '', mark] = (token ?? '').split('.')
    if (mark !== seal(payload)) return undefined
    const claim = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Claim
    const alive = claim.expires === 0 || claim.expires > now().getTime()
    return claim.kind === kind && alive ? claim.subject : undefined
  }

  return { issue, read }
}
