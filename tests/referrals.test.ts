import { expect, test } from 'vitest'
import { signIn } from '../server/customers/sign-in.ts'
import { examine } from '../server/doctor.ts'
import { openInvited as open, referral, visitOf } from './support/friends.ts'
import { openProgramme } from './support/programme.ts'
import { known } from './support/test-shop.ts'

test('both have their points after the first paid visit of the friend, to be spent once a refund is past', async () => {
  const shop = await open()
  expect(shop.said).toMatchObject({ status: 201, body: { state: 'waiting' } })
  expect(await shop.friend()).toMatchObject({ name: expect.any(String), state: 'waiting', points: 0 })
  await visitOf(shop, shop.minh.id)
  expect(await shop.friend()).toMatchObject({ state: 'paid', points: 50, isPending: true })
  expect(await shop.pointsOf(shop.lan)).toMatchObject({ balance: 0, pending: 50 })
  expect(await shop.pointsOf(shop.minh)).toMatchObject({ balance: 10, pending: 20 })
  await visitOf(shop, shop.minh.id)
  await shop.pass(7 * 1440)
  expect(await shop.pointsOf(shop.lan)).toMatchObject({ balance: 50, pending: 0 })
  expect(await shop.pointsOf(shop.minh)).toMatchObject({ balance: 40, pending: 0 })
  expect(await examine(shop.shop.read)).toEqual([])
})

test('who invited is told, with the given name of their friend', async () => {
  const shop = await open({ referral: { ...referral!, waitDays: 0 } })
  await shop.minh('PATCH', '/me', { name: 'Trần Văn Minh' })
  await visitOf(shop, shop.minh.id)
  const { messages } = (await shop.owner('GET', `/customers/${shop.lan.id}`)).body
  expect(messages[0]).toMatchObject({ intent: 'friend_came', params: { friend: 'Minh', points: '50', balance: '50' } })
  expect(await shop.friend()).toMatchObject({ name: 'Minh' })
  expect(await shop.pointsOf(shop.lan)).toMatchObject({ balance: 50 })
})

test('a visit below the least does not count, and the next one may', async () => {
  const shop = await open()
  await visitOf(shop, shop.minh.id, { discountVnd: 10_000 })
  expect(await shop.friend()).toMatchObject({ state: 'waiting' })
  await visitOf(shop, shop.minh.id)
  expect(await shop.friend()).toMatchObject({ state: 'paid', points: 50 })
})

test('each refusal says why: unknown, own, back and forth, another one, or no longer new', async () => {
  const shop = await open()
  const says = async (who: typeof shop.lan, code: string) => (await who('POST', '/referrals', { code })).body
  expect((await says(shop.lan, 'ZZZZZZZ')).code).toBe('invite_unknown')
  expect((await says(shop.lan, shop.code)).code).toBe('referral_own')
  expect((await says(shop.minh, shop.code.toLowerCase())).state).toBe('waiting')
  const minhs = (await shop.minh('GET', '/me/invite')).body.code
  expect((await says(shop.lan, minhs)).code).toBe('referral_own')
  const yen = Object.assign(await shop.customer('yen'))
  const yens = (await yen('GET', '/me/invite')).body.code
  expect((await says(shop.minh, yens)).code).toBe('referral_had')
  await visitOf(shop, yen.id)
  expect((await says(yen, shop.code)).code).toBe('referral_not_new')
  await shop.owner('PUT', `/customers/${shop.lan.id}`, { name: 'Lan', phone: '0912000111', note: '' })
  const wish = { id: crypto.randomUUID(), name: 'Lan khác', phone: '0912000111' }
  expect((await shop.owner('POST', '/customers', wish)).body.customer.id).toBe(shop.lan.id)
})

test('without a programme for it nobody invites, and what was agreed waits', async () => {
  const off = await openProgramme()
  expect(await off.lan('GET', '/me/invite')).toMatchObject({ status: 409, body: { code: 'referral_off' } })
  expect((await off.lan('POST', '/referrals', { code: 'ABCDEFG' })).body.code).toBe('referral_off')
  const shop = await open()
  const { rules } = (await shop.owner('GET', '/programme')).body
  await shop.owner('PUT', '/programme', { ...rules, referral: null })
  await visitOf(shop, shop.minh.id)
  await shop.owner('PUT', '/programme', rules)
  expect(await shop.friend()).toMatchObject({ state: 'waiting' })
})

test('from one phone it is taken, and what it pays waits for the owner', async () => {
  const device = 'x'.repeat(20)
  const shop = await open({}, { lanDevice: device, minhDevice: device })
  await visitOf(shop, shop.minh.id)
  await shop.pass(30 * 1440)
  expect(await shop.pointsOf(shop.lan)).toMatchObject({ balance: 0, pending: 50 })
  const held = (await shop.owner('GET', '/held')).body
  expect(held.map(({ why, points }: { why: string; points: number }) => [why, points])).toEqual([
    ['device', 20],
    ['device', 50],
  ])
})

test('a refund of the whole visit takes both back: what waits falls through, what is spent is let go', async () => {
  for (const days of [0, 8]) {
    const shop = await open()
    const { refund } = await visitOf(shop, shop.minh.id)
    await shop.pass(days * 1440)
    if (days)
      expect((await shop.lan('POST', '/vouchers', { id: crypto.randomUUID(), offerId: known.wash.id })).status).toBe(
        201,
      )
    expect((await refund(50_000)).status).toBe(201)
    expect(await shop.friend()).toMatchObject({ state: 'paid' })
    expect((await refund(55_000)).status).toBe(201)
    expect(await shop.friend()).toMatchObject({ state: 'refused', why: 'refunded' })
    expect(await shop.pointsOf(shop.lan)).toMatchObject({ balance: 0, pending: 0 })
    expect(await shop.pointsOf(shop.minh)).toMatchObject({ balance: 0, pending: 0 })
    await visitOf(shop, shop.minh.id)
    expect(await shop.pointsOf(shop.lan)).toMatchObject({ balance: 0, pending: 0 })
    expect(await examine(shop.shop.read)).toEqual([])
  }
})

test('of more friends in a year than count, only the friends have theirs', async () => {
  const shop = await open({ referral: { ...referral!, mostAYear: 1 } })
  const yen = await shop.customer('yen')
  shop.wait(1)
  await yen('POST', '/referrals', { code: shop.code })
  await visitOf(shop, shop.minh.id)
  await visitOf(shop, yen.id)
  expect((await shop.pointsOf(shop.lan)).pending).toBe(50)
  expect((await yen('GET', '/points')).body.pending).toBe(20)
  expect(await shop.friend()).toMatchObject({ state: 'paid', why: 'most_a_year', points: 0 })
})

test('a hundred presses are one invitation, and a hundred friends bring a hundred times', async () => {
  const shop = await open()
  const again = await Promise.all(
    Array.from({ length: 100 }, () => shop.minh('POST', '/referrals', { code: shop.code })),
  )
  expect(again.every(({ status }) => status === 201)).toBe(true)
  const friends = await Promise.all(
    Array.from({ length: 100 }, (_, i) =>
      shop.shop.write((tx) => signIn(tx, { id: `f${i}`, name: `Bạn ${i}` }, shop.clock.at)),
    ),
  )
  const codes = await Promise.all(
    friends.map(({ token }) =>
      shop.app.request('/api/referrals', {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ code: shop.code }),
      }),
    ),
  )
  expect(codes.every(({ status }) => status === 201)).toBe(true)
  expect((await shop.lan('GET', '/me/invite')).body.friends).toHaveLength(101)
})
