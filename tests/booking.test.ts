import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { asAnswer } from '../server/problem.ts'
import { newId } from '../shared/ids.ts'
import { Refusal } from '../shared/refusals.ts'
import { openTestShop, wish } from './support/shop.ts'
import { known, slotsOf } from './support/test-shop.ts'

test('a slot two people ask for at once goes to one of them', async () => {
  const { customer, zalo, rounds } = await openTestShop()
  const [lan, minh] = [await customer('lan'), await customer('minh')]
  for (const who of [lan, minh])
    await who('POST', '/me/phone', { code: zalo.phoneCodeOf(who.key), accessToken: zalo.accessTokenOf(who.key) })

  const answers = await Promise.all([lan('POST', '/bookings', wish()), minh('POST', '/bookings', wish())])

  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
  await rounds()
  expect([...zalo.inboxOf('lan'), ...zalo.inboxOf('minh')]).toHaveLength(1)
})

test('a booking asked for twice with the same id is one booking', async () => {
  const { customer } = await openTestShop()
  const lan = await customer('lan')
  const asked = wish()
  const [first, second] = await Promise.all([lan('POST', '/bookings', asked), lan('POST', '/bookings', asked)])
  expect([first.status, second.status]).toEqual([201, 201])
  expect(second.body).toEqual(first.body)
  expect((await lan('GET', '/bookings')).body).toHaveLength(1)
})

test('an id that somebody else used is refused', async () => {
  const { customer } = await openTestShop()
  const asked = wish()
  await (await customer('lan'))('POST', '/bookings', asked)
  const answer = await (await customer('minh'))('POST', '/bookings', {
    ...asked,
    startsAt: '2026-01-05T15:00:00+07:00',
  })
  expect([answer.status, answer.body.code]).toEqual([409, 'id_taken'])
})

test('what is shown as free can be booked, and is then no longer shown', async () => {
  const { customer } = await openTestShop()
  const lan = await customer('lan')
  const path = slotsOf(known.colour.id, '2026-01-05', known.thao.id)
  const before = (await lan('GET', path)).body
  expect(before[0].startsAt).toBe('2026-01-05T02:00:00.000Z') // an hour's notice: 9:00
  expect(before.at(-1).startsAt).toBe('2026-01-05T11:30:00.000Z') // 18:30 ends at 20:00
  const booked = await lan('POST', '/bookings', {
    ...wish(),
    parts: [{ serviceId: known.colour.id, staffId: known.thao.id }],
    startsAt: before[0].startsAt,
  })
  expect(booked.status).toBe(201)
  const after = (await lan('GET', path)).body
  expect(after[0].startsAt).toBe('2026-01-05T03:30:00.000Z') // 10:30, right after
})

test('anyone is whoever has least to do that day', async () => {
  const { customer } = await openTestShop()
  const [lan, minh] = [await customer('lan'), await customer('minh')]
  await lan('POST', '/bookings', wish('10:00'))
  const answer = await minh('POST', '/bookings', wish('15:00', { parts: [{ serviceId: known.haircut.id }] }))
  expect(answer.body.staffName).toBe('Quân')
})

test('lead time counts from the moment of booking', async () => {
  const { customer, wait } = await openTestShop()
  const lan = await customer('lan')
  wait(61)
  const answer = await lan('POST', '/bookings', wish('10:00'))
  expect([answer.status, answer.body.code]).toEqual([409, 'too_soon'])
})

test('past, far and closed times are refused, each with its reason', async () => {
  const { customer } = await openTestShop()
  const lan = await customer('lan')
  const at = async (startsAt: string) => {
    const { status, body } = await lan('POST', '/bookings', { ...wish(), startsAt })
    return [status, body.code, body.field]
  }
  expect(await at('2026-01-04T10:00:00+07:00')).toEqual([400, 'bad_input', 'startsAt'])
  expect(await at('2027-01-05T10:00:00+07:00')).toEqual([409, 'too_far_ahead', undefined])
  expect(await at('2026-01-05T12:15:00+07:00')).toEqual([409, 'slot_closed', undefined])
  expect(await at('2026-01-05T11:45:00+07:00')).toEqual([409, 'slot_closed', undefined])
})

test('three open bookings are enough for one customer', async () => {
  const { customer } = await openTestShop()
  const lan = await customer('lan')
  for (const time of ['10:00', '11:00', '14:00']) expect((await lan('POST', '/bookings', wish(time))).status).toBe(201)
  expect((await lan('POST', '/bookings', wish('15:00'))).body.code).toBe('too_many_bookings')
})

test('a customer cancels in time, and not later', async () => {
  const { customer, wait } = await openTestShop()
  const lan = await customer('lan')
  const [early, late] = [wish('14:00'), wish('15:00')]
  await lan('POST', '/bookings', early)
  await lan('POST', '/bookings', late)
  expect((await lan('POST', `/bookings/${early.id}/cancel`)).body.status).toBe('cancelled')
  expect((await lan('POST', `/bookings/${early.id}/cancel`)).status).toBe(200)
  wait(5.5 * 60)
  expect((await lan('POST', `/bookings/${late.id}/cancel`)).body.code).toBe('too_late_to_cancel')
})

test('nobody reaches a booking of somebody else', async () => {
  const { customer } = await openTestShop()
  const asked = wish()
  await (await customer('lan'))('POST', '/bookings', asked)
  const minh = await customer('minh')
  const theirs = await minh('POST', `/bookings/${asked.id}/cancel`)
  const nobodys = await minh('POST', `/bookings/${newId()}/cancel`)
  expect([theirs.status, theirs.body.code]).toEqual([404, 'not_found'])
  expect({ ...theirs.body, requestId: '' }).toEqual({ ...nobodys.body, requestId: '' })
})

test('a day off closes the times of that day and lists the bookings it hits', async () => {
  const { customer, staff } = await openTestShop()
  const [lan, owner] = [await customer('lan'), await staff('owner')]
  const asked = wish('15:00')
  await lan('POST', '/bookings', asked)
  const dayOff = { id: newId(), staffId: known.thao.id, fromDay: '2026-01-05', toDay: '2026-01-06', reason: 'Ốm' }
  const { body } = await owner('POST', '/days-off', dayOff)
  expect(body.hit.map(({ id }: { id: string }) => id)).toEqual([asked.id])
  const free = await lan('GET', slotsOf(known.haircut.id, '2026-01-06', known.thao.id))
  expect(free.body).toEqual([])
})

test('a walk-in begins now, takes whoever is free, and cannot be seated twice', async () => {
  const { staff } = await openTestShop()
  const desk = await staff()
  const walkIn = {
    id: newId(),
    parts: [{ serviceId: known.haircut.id }],
    startsAt: null,
    customerId: null,
    newCustomer: { name: 'Chị Tư', phone: '0912.345.679' },
  }
  const first = await desk('POST', '/bookings', walkIn)
  expect([first.status, first.body.status, first.body.customer.phone]).toEqual([201, 'arrived', '+84912345679'])
  const second = await desk('POST', '/bookings', { ...walkIn, id: newId(), newCustomer: null })
  const third = await desk('POST', '/bookings', { ...walkIn, id: newId(), newCustomer: null })
  expect([second.status, third.status, third.body.code]).toEqual([201, 409, 'slot_taken'])
})

test('a no-show is known after fifteen minutes and can be taken back for a day', async () => {
  const { customer, staff, wait } = await openTestShop()
  const [lan, desk] = [await customer('lan'), await staff()]
  const asked = wish('10:00')
  await lan('POST', '/bookings', asked)
  wait(2 * 60 + 10)
  expect((await desk('POST', `/bookings/${asked.id}/no-show`)).body.code).toBe('not_yet')
  wait(10)
  expect((await desk('POST', `/bookings/${asked.id}/no-show`)).body.status).toBe('no_show')
  expect((await desk('POST', `/bookings/${asked.id}/undo-no-show`)).body.status).toBe('booked')
  await desk('POST', `/bookings/${asked.id}/no-show`)
  wait(25 * 60)
  const nextDay = await staff()
  expect((await nextDay('POST', `/bookings/${asked.id}/undo-no-show`)).body.code).toBe('undo_too_late')
})

test('the database itself refuses to seat two people with one person, in words', async () => {
  const { customer, shop } = await openTestShop()
  const lan = await customer('lan')
  const asked = wish('15:00')
  await lan('POST', '/bookings', asked)
  const twice = sql`INSERT INTO claims (hold_id, staff_id, from_at, to_at, work_from_at, work_to_at, session, people, capacity)
    SELECT 'another', staff_id, from_at + 60000, to_at, work_from_at + 60000, work_to_at, 'another', 1, 1 FROM claims`
  const refused = await shop.write((tx) => tx.run(twice)).catch(asAnswer)
  expect(refused).toEqual(new Refusal('slot_taken'))
  const back = await shop
    .write((tx) => tx.run(sql`UPDATE bookings SET status = 'completed' WHERE id = ${asked.id}`))
    .then(() =>
      shop.write((tx) => tx.run(sql`UPDATE bookings SET status = 'booked' WHERE id = ${asked.id}`)).catch(asAnswer),
    )
  expect(back).toEqual(new Refusal('booking_over'))
})
