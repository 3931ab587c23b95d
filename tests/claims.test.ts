import { expect, test } from 'vitest'
import { signIn } from '../server/customers/sign-in.ts'
import { examine } from '../server/doctor.ts'
import { noHolds, referral, visitOf } from './support/friends.ts'
import { openProgramme as open, type WithProgramme } from './support/programme.ts'
import { known } from './support/test-shop.ts'

const tokenOf = async ({ owner }: WithProgramme, id: string) => {
  const { url } = (await owner('GET', `/bookings/${id}/claim-code`)).body
  expect(url).toContain(`/s/`)
  return url.split('/claim/')[1] as string
}
const claim = ({ lan }: WithProgramme, token: string) => lan('POST', '/claims', { token })

test('who paid without a name takes the points with the code from the till, once', async () => {
  const shop = await open()
  const { id, body } = await visitOf(shop, null)
  expect(body.points).toBe(0)
  const token = await tokenOf(shop, id)
  shop.wait(2 * 1440)
  expect(await claim(shop, token)).toMatchObject({ status: 200, body: { id, points: 10 } })
  expect(await claim(shop, token)).toMatchObject({ status: 200, body: { id, points: 10 } })
  const minh = await shop.customer('minh')
  expect(await minh('POST', '/claims', { token })).toMatchObject({ status: 409, body: { code: 'claimed' } })
  expect(await shop.points()).toMatchObject({ balance: 10 })
  expect((await shop.lan('GET', '/bookings')).body).toMatchObject([{ id, status: 'completed' }])
  expect((await shop.owner('GET', `/bookings/${id}/claim-code`)).body.code).toBe('claimed')
  expect(await examine(shop.shop.read)).toEqual([])
})

test('a code is good for seven days, and no other than one that we made', async () => {
  const shop = await open()
  const { id } = await visitOf(shop, null)
  const token = await tokenOf(shop, id)
  for (const forged of [`${token}x`, `claim.${id}.x`, shop.shop.vault.sign(`door.${id}`), 'x'])
    expect(await claim(shop, forged)).toMatchObject({ status: 409, body: { code: 'claim_over' } })
  shop.wait(7 * 1440)
  expect((await claim(shop, token)).body.code).toBe('claim_over')
  expect((await shop.owner('GET', `/bookings/${id}/claim-code`)).body.code).toBe('claim_over')
})

test('it earns by the rules that held when the visit ended', async () => {
  const shop = await open()
  const { id } = await visitOf(shop, null)
  const token = await tokenOf(shop, id)
  shop.wait(60)
  const { rules } = (await shop.owner('GET', '/programme')).body
  await shop.owner('PUT', '/programme', { ...rules, pointsPerUnit: 5 })
  shop.wait(60)
  expect((await claim(shop, token)).body.points).toBe(10)
})

test('above a limit the points wait for the owner', async () => {
  const shop = await open({ pointsPerUnit: 3 })
  const { id } = await visitOf(shop, null, {}, known.colour.id)
  expect((await claim(shop, await tokenOf(shop, id))).body.points).toBe(135)
  expect(await shop.points()).toMatchObject({ balance: 0, pending: 135 })
  expect((await shop.owner('GET', '/held')).body).toMatchObject([{ why: 'claimed', points: 135 }])
  const strict = await open({ holds: { ...noHolds, pointsADay: 9 } })
  const small = await visitOf(strict, null)
  await claim(strict, await tokenOf(strict, small.id))
  expect((await strict.owner('GET', '/held')).body).toMatchObject([{ why: 'claimed', points: 10 }])
})

test('the first visit of somebody who was brought may be one that they claim, not one from before', async () => {
  const shop = await open({ referral: { ...referral!, waitDays: 0 } })
  const minh = await shop.customer('minh')
  const { code } = (await minh('GET', '/me/invite')).body
  expect((await shop.lan('POST', '/referrals', { code })).status).toBe(201)
  await claim(shop, await tokenOf(shop, (await visitOf(shop, null)).id))
  expect(await shop.points()).toMatchObject({ balance: 10 + 20 })
  expect((await minh('GET', '/points')).body.balance).toBe(50)

  const yen = await shop.customer('yen')
  const before = await tokenOf(shop, (await visitOf(shop, null)).id)
  shop.wait(60)
  expect((await yen('POST', '/referrals', { code })).status).toBe(201)
  expect((await yen('POST', '/claims', { token: before })).body.points).toBe(10)
  expect((await yen('GET', '/points')).body.balance).toBe(10)
})

test('what was paid back whole is nobody’s to claim, and a visit with a name needs no code', async () => {
  const shop = await open()
  const { id, refund } = await visitOf(shop, null)
  const token = await tokenOf(shop, id)
  await refund(105_000)
  expect((await claim(shop, token)).body.code).toBe('claim_over')
  const named = await visitOf(shop, shop.lan.id)
  expect((await shop.owner('GET', `/bookings/${named.id}/claim-code`)).body.code).toBe('claimed')
})

test('a hundred who show the same code at once: one has it', async () => {
  const shop = await open()
  const token = await tokenOf(shop, (await visitOf(shop, null)).id)
  const people = await Promise.all(
    Array.from({ length: 100 }, (_, i) =>
      shop.shop.write((tx) => signIn(tx, { id: `c${i}`, name: `Khách ${i}` }, shop.clock.at)),
    ),
  )
  const answers = await Promise.all(
    people.map((person) =>
      shop.app.request('/api/claims', {
        method: 'POST',
        headers: { authorization: `Bearer ${person.token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ token }),
      }),
    ),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(99)
  expect(await examine(shop.shop.read)).toEqual([])
})
