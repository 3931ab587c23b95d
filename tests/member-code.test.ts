import { randomBytes, randomInt } from 'node:crypto'
import { expect, test } from 'vitest'
import { usedCodes } from '../drizzle/schema/index.ts'
import { forgetUsedCodes, takeCode } from '../server/customers/member-code.ts'
import { keysFromEnvironment } from '../server/vault.ts'
import { codeAt, digitsAt, isFresh, readCode, stepAt, stepOf } from '../shared/member-code.ts'
import { phoneOf } from './support/member-code.ts'
import { type Client, openTestShop, type TestShop, unlimited } from './support/shop.ts'

const scan = async (desk: Client, code: string) => {
  const { status, body } = await desk('POST', '/scans', { code })
  return status === 200 ? body.customer.id : body.code
}

test('what the phone shows finds its customer at the desk, scanned or typed, and stays good for another look', async () => {
  const shop = await openTestShop()
  const [lan, desk] = [await shop.customer('lan'), await shop.staff('staff')]
  await lan.sharePhone()
  await lan('PATCH', '/me', { name: 'Lan' })
  const phone = await phoneOf(shop, lan)
  expect(await phone.code()).toMatch(/^v1\.[\w-]{22}\.\d+\.[\w-]{22}$/)
  const typed = (await phone.digits()).replace(/(\d{3})/g, '$1 ')
  for (const code of [await phone.code(), await phone.code(), typed])
    expect((await desk('POST', '/scans', { code })).body).toEqual({
      customer: { id: lan.id, name: 'Lan', phoneEnd: '5678' },
      step: stepAt(shop.clock.at.getTime()),
      balance: 0,
    })
})

test('a code says neither who its customer is nor what their phone is', async () => {
  const shop = await openTestShop()
  const lan = await shop.customer('lan')
  const { phone } = (await lan.sharePhone()).body
  const { code, card } = await phoneOf(shop, lan)
  for (const private_ of [lan.id, lan.id.replaceAll('-', ''), phone, phone.slice(3), String(card.number)])
    expect(await code()).not.toContain(private_)
  const minh = await phoneOf(shop, await shop.customer('minh'))
  expect(minh.card.ref).not.toBe(card.ref)
  expect(minh.card.number).toBe(card.number + 1)
})

test('the phone is given the same card again and again; nobody gets one without signing in', async () => {
  const shop = await openTestShop()
  const lan = await shop.customer('lan')
  const cards = await Promise.all([1, 2, 3].map(() => lan('GET', '/me/member-code')))
  expect(new Set(cards.map(({ body }) => JSON.stringify(body))).size).toBe(1)
  expect(cards[0]!.body.serverNow).toBe(shop.clock.at.toISOString())
  expect((await shop.anybody('GET', '/api/me/member-code')).status).toBe(401)
})

test('a code is taken one step early and one step late, and refused as old beyond that', async () => {
  const shop = await openTestShop()
  const [lan, desk] = [await shop.customer('lan'), await shop.staff()]
  const phone = await phoneOf(shop, lan)
  for (const aside of [-1, 0, 1])
    for (const code of [await phone.code(aside), await phone.digits(aside)]) expect(await scan(desk, code)).toBe(lan.id)
  for (const code of [await phone.code(-2), await phone.code(2), await phone.code(-3000), await phone.digits(-2)])
    expect(await scan(desk, code)).toBe('code_old')
})

test("one customer's secret makes no code for another", async () => {
  const shop = await openTestShop()
  const [lan, minh] = [
    await phoneOf(shop, await shop.customer('lan')),
    await phoneOf(shop, await shop.customer('minh')),
  ]
  const desk = await shop.staff()
  const step = stepAt(shop.clock.at.getTime())
  expect(await scan(desk, await codeAt(minh.key, lan.card.ref, step))).toBe('code_unknown')
  expect(await scan(desk, await digitsAt(minh.key, lan.card, step))).toBe('code_unknown')
  const mac = (await minh.code()).split('.')[3]
  expect(await scan(desk, `v1.${lan.card.ref}.${step}.${mac}`)).toBe('code_unknown')
})

test.each(['', 'x', 'v2', '0912345678', '100001', '100001000000', '9'.repeat(15), 'v1.a.1.b', '🙂', "' OR 1=1 --"])(
  'no shop takes %j for a code',
  async (nonsense) => {
    const shop = await openTestShop()
    expect(await scan(await shop.staff(), nonsense)).toBe(nonsense ? 'code_unknown' : 'bad_input')
  },
)

test('of a million forged codes of every shape none is accepted', async () => {
  const shop = await openTestShop()
  const { card, key, code } = await phoneOf(shop, await shop.customer('lan'))
  const now = shop.clock.at
  const right = await code()
  const [version, ref, step, mac] = right.split('.') as [string, string, string, string]
  const drawn = () => randomBytes(16).toString('base64url')
  const shapes = [
    () => [version, ref, step, drawn()].join('.'), // another mac
    () => [version, drawn(), step, mac].join('.'), // another customer
    () => [version, ref, Number(step) + randomInt(1, 1000), mac].join('.'), // another time
    () => right.slice(0, randomInt(right.length)), // cut short
    () => right.slice(0, -1) + drawn().slice(0, 2), // something added
    () => `${right.slice(0, -1 - randomInt(20))}${drawn()}`.slice(0, right.length), // the end of the mac guessed
    () => String(randomInt(100_000_000_000, 281_474_976_710_655)), // digits
    () => randomBytes(40).toString('latin1'),
  ]
  const tried = async () => {
    let accepted = 0
    for (let n = 0; n < 1_000_000 / 40; n++) {
      const forged = shapes[n % shapes.length]!()
      const given = forged === right ? undefined : readCode(forged)
      // As the server looks it up: a foreign ref or number finds nobody.
      if (!given || ('ref' in given ? given.ref !== card.ref : given.number !== card.number)) continue
      const made = await stepOf(key, card, given, now)
      if (made !== undefined && isFresh(made, now)) accepted++
    }
    return accepted
  }
  expect(await Promise.all(Array.from({ length: 40 }, tried))).toEqual(Array(40).fill(0))
  expect(await stepOf(key, card, readCode(right)!, now)).toBe(Number(step))
})

test('of a hundred that redeem one code at once one succeeds, also when it was typed', async () => {
  const shop = await openTestShop()
  const lan = await shop.customer('lan')
  const phone = await phoneOf(shop, lan)
  const codes = [await phone.code(), await phone.digits()]
  const outcomes = await Promise.allSettled(Array.from({ length: 100 }, (_, n) => use(shop, codes[n % 2]!)))
  const used = outcomes.filter(({ status }) => status === 'fulfilled')
  expect(used).toEqual([{ status: 'fulfilled', value: lan.id }])
  const refused = outcomes.flatMap((each) => (each.status === 'rejected' ? [each.reason.code] : []))
  expect(new Set(refused)).toEqual(new Set(['code_used']))
  expect(await scan(await shop.staff(), codes[0]!)).toBe(lan.id)
  expect(await use(shop, await phone.code(1))).toBe(lan.id)
})

test('an act that is refused leaves the code good', async () => {
  const shop = await openTestShop()
  const lan = await shop.customer('lan')
  const code = await (await phoneOf(shop, lan)).code()
  const failing = shop.shop.write(async (tx) => {
    await takeCode(tx, shop.shop.vault.derived, code, shop.clock.at)
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await use(shop, code)).toBe(lan.id)
})

test('used codes are forgotten after a day, and are good for nothing by then', async () => {
  const shop = await openTestShop()
  const code = await (await phoneOf(shop, await shop.customer('lan'))).code()
  await use(shop, code)
  const forget = () => shop.shop.write((tx) => forgetUsedCodes(tx, shop.clock.at))
  shop.wait(23 * 60)
  await forget()
  expect(await shop.shop.read.select().from(usedCodes)).toHaveLength(1)
  shop.wait(2 * 60)
  await forget()
  expect(await shop.shop.read.select().from(usedCodes)).toEqual([])
  await expect(use(shop, code)).rejects.toThrow('code_old')
})

test('a key that is put in front voids no phone; the next phone is given the new one; a key taken away voids its codes', async () => {
  const [old, fresh] = ['1'.repeat(64), '2'.repeat(64)]
  const keys = [old]
  const shop = await openTestShop({
    configure(config) {
      config.keys = { ...keysFromEnvironment(old), keys: () => keys }
    },
  })
  const [lan, desk] = [await shop.customer('lan'), await shop.staff()]
  const before = await phoneOf(shop, lan)
  keys.unshift(fresh)
  const after = await phoneOf(shop, lan)
  expect(after.card.secret).not.toBe(before.card.secret)
  for (const phone of [before, after])
    for (const code of [await phone.code(), await phone.digits()]) expect(await scan(desk, code)).toBe(lan.id)
  keys.pop()
  expect([await scan(desk, await before.code()), await scan(desk, await after.code())]).toEqual([
    'code_unknown',
    lan.id,
  ])
})

test('the secret lies nowhere in the database', async () => {
  const shop = await openTestShop()
  const { card } = await phoneOf(shop, await shop.customer('lan'))
  const tables = (await shop.shop.read.values("SELECT name FROM sqlite_master WHERE type = 'table'")) as [string][]
  const all = await Promise.all(tables.map(([name]) => shop.shop.read.values(`SELECT * FROM "${name}"`)))
  expect(JSON.stringify(all)).toContain(card.ref)
  expect(JSON.stringify(all)).not.toContain(card.secret)
})

test('who works here looks at thirty codes a minute, right or wrong; others are not held up by it', async () => {
  const shop = await openTestShop({ configure: unlimited })
  const [desk, owner] = [await shop.staff(), await shop.staff('owner')]
  const { code } = await phoneOf(shop, await shop.customer('lan'))
  for (let n = 0; n < 30; n++) expect(await scan(desk, n % 2 ? await code() : 'x')).not.toBe('too_many_writes')
  const { status, headers } = await desk('POST', '/scans', { code: await code() })
  expect([status, Number(headers.get('retry-after')) > 0]).toEqual([429, true])
  expect((await owner('POST', '/scans', { code: await code() })).status).toBe(200)
})

test('who turns out to be a customer of the desk keeps their card, and the codes on their phone stay right', async () => {
  const shop = await openTestShop()
  const desk = await shop.staff()
  const { body } = await desk('POST', '/customers', { id: crypto.randomUUID(), name: 'Chị Lan', phone: '0912345678' })
  const lan = await shop.customer('lan')
  const phone = await phoneOf(shop, lan)
  expect((await lan.sharePhone()).body.id).toBe(body.customer.id)
  expect(await scan(desk, await phone.code())).toBe(body.customer.id)
  expect((await phoneOf(shop, lan)).card).toEqual(phone.card)
})

test('three to six digits find first whose phone ends with them, however it was written', async () => {
  const shop = await openTestShop()
  const desk = await shop.staff()
  const write = (name: string, phone: string) => desk('POST', '/customers', { id: crypto.randomUUID(), name, phone })
  await write('Cuối', '0987 012 678')
  await write('Cũng cuối', '+84 353 100 678')
  for (let n = 0; n < 60; n++) await write(`Giữa ${n}`, `09167810${String(n).padStart(2, '0')}`)
  const found = async (q: string) =>
    (await desk('GET', `/customers?q=${q}`)).body.customers.map(({ name }: { name: string }) => name)
  expect((await found('678')).slice(0, 2).sort()).toEqual(['Cuối', 'Cũng cuối'].sort())
  for (const end of ['2678', '12678', '012678']) expect((await found(end))[0]).toBe('Cuối')
  expect((await found('678&sort=name'))[0]).not.toBe('Cuối')
})

const use = ({ shop, clock }: TestShop, code: string) =>
  shop.write((tx) => takeCode(tx, shop.vault.derived, code, clock.at))
