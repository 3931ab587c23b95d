import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { openStandIn } from './support/stand-in.ts'

const back = 'https://tiem.vn/admin/zalo/connected'
const permission = (changes: Record<string, string> = {}) =>
  `http://zalo.test/oauth/v4/oa/permission?${new URLSearchParams({ app_id: '1234567890123456789', redirect_uri: back, ...changes })}`

/** What the token endpoint makes of a form. */
async function exchange({ standIn }: ReturnType<typeof openStandIn>, form: Record<string, string>) {
  const answer = await standIn.fetch('http://zalo.test/oauth/v4/oa/access_token', {
    method: 'POST',
    headers: { secret_key: 'the-app-secret' },
    body: new URLSearchParams({ app_id: '1234567890123456789', ...form }),
  })
  return answer.json()
}
const withCode = (code: string, more = {}) => ({ grant_type: 'authorization_code', code, ...more })
const withToken = (refresh_token: string) => ({ grant_type: 'refresh_token', refresh_token })

async function agree({ standIn }: ReturnType<typeof openStandIn>, changes: Record<string, string> = {}) {
  const body = new URLSearchParams({ answer: 'agree' })
  const answer = await standIn.fetch(permission(changes), { method: 'POST', body })
  return new URL(answer.headers.get('location')!)
}

test('an owner is asked in Vietnamese, and sent back with a code, the account and what was sent along', async () => {
  const open = openStandIn()
  const page = await (await open.standIn.fetch(permission())).text()
  expect(page).toContain('Tiệm tóc Mây cho phép ứng dụng')
  expect(page).toMatch(/Từ chối<\/button>\s*<button.*Đồng ý<\/button>/)

  const { origin, pathname, searchParams } = await agree(open, { state: 'một&hai' })

  expect(origin + pathname).toBe(back)
  expect(Object.fromEntries(searchParams)).toEqual({
    code: expect.any(String),
    oa_id: '2222222222222222222',
    state: 'một&hai',
  })
  expect(await exchange(open, withCode(searchParams.get('code')!))).toMatchObject({ expires_in: '90000' })
})

test('an owner who says no is sent back without a code', async () => {
  const { standIn } = openStandIn()
  const answer = await standIn.fetch(permission({ state: 's' }), {
    method: 'POST',
    body: new URLSearchParams({ answer: 'refuse' }),
  })

  const { searchParams } = new URL(answer.headers.get('location')!)
  expect([searchParams.get('code'), searchParams.get('state')]).toEqual([null, 's'])
})

test('an unknown app or an invented address to come back to is told its number, and nobody is sent there', async () => {
  const { standIn } = openStandIn()
  const refusal = async (changes: Record<string, string>, method = 'GET') => {
    const answer = await standIn.fetch(permission(changes), { method })
    return [answer.headers.get('location'), (await answer.text()).match(/-\d{5}/)?.[0]]
  }

  expect(await refusal({ app_id: '1' })).toEqual([null, '-14002'])
  expect(await refusal({ redirect_uri: 'https://evil.test/' })).toEqual([null, '-14003'])
  expect(await refusal({ redirect_uri: 'javascript:alert(1)//admin/zalo/connected' }, 'POST')).toEqual([null, '-14003'])

  standIn.callbackUrl = 'https://other.vn/back'
  expect(await refusal({})).toEqual([null, '-14003'])
  expect(await refusal({ redirect_uri: 'https://other.vn/back' })).toEqual([null, undefined])
})

test('a code works once, for ten minutes, and only with the verifier of its challenge', async () => {
  const open = openStandIn()
  const verifier = 'v'.repeat(43)
  const challenge = createHash('sha256').update(verifier).digest('base64url')
  const once = open.standIn.consent()
  expect(await exchange(open, withCode(once))).toHaveProperty('access_token')
  expect(await exchange(open, withCode(once))).toMatchObject({ error: expect.any(Number) })

  const proven = async (changes: object) => {
    const { searchParams } = await agree(open, { code_challenge: challenge })
    return exchange(open, withCode(searchParams.get('code')!, changes))
  }
  expect(await proven({})).not.toHaveProperty('access_token')
  expect(await proven({ code_verifier: 'w'.repeat(43) })).not.toHaveProperty('access_token')
  expect(await proven({ code_verifier: verifier })).toHaveProperty('access_token')

  const late = open.standIn.consent()
  await open.pass(600)
  expect(await exchange(open, withCode(late))).not.toHaveProperty('access_token')
})

test('each consent begins a new chain: the refresh tokens of the one before are worthless', async () => {
  const open = openStandIn()
  const first = await exchange(open, withCode(open.standIn.consent()))
  const second = await exchange(open, withCode(open.standIn.consent()))

  expect(await exchange(open, withToken(first.refresh_token))).not.toHaveProperty('access_token')
  const third = await exchange(open, withToken(second.refresh_token))
  expect(third).toHaveProperty('access_token')

  const laterRun = openStandIn()
  expect(await exchange(laterRun, withToken(third.refresh_token))).toHaveProperty('access_token')
  expect(await exchange(laterRun, withToken(second.refresh_token))).not.toHaveProperty('access_token')
})

test('a pair that broke is lost until the owner agrees again', async () => {
  const open = openStandIn()
  const { refreshToken } = open.standIn.firstTokens()
  open.standIn.breakTokens()

  expect(await exchange(open, withToken(refreshToken))).not.toHaveProperty('access_token')
  expect(await exchange(open, withCode(open.standIn.consent()))).toHaveProperty('access_token')
})

test('an access token lives as long as it was made to', async () => {
  const open = openStandIn()
  open.standIn.switches.tokenLifeSeconds = 60
  const pair = await exchange(open, withCode(open.standIn.consent()))
  expect(pair.expires_in).toBe('60')
  const quota = () => open.ask('GET', '/business/message/quota', undefined, { access_token: pair.access_token })
  expect(await quota()).toMatchObject({ error: 0 })

  await open.pass(60)

  expect(await quota()).toMatchObject({ error: -124 })
})
