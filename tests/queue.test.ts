import fc from 'fast-check'
import { expect, test } from 'vitest'
import { queueWaits } from '../server/booking/queue-waits.ts'
import { newId } from '../shared/ids.ts'
import { setService } from './support/salon.ts'
import { openTestShop } from './support/shop.ts'
import { known } from './support/test-shop.ts'

const minute = 60_000
const morning = Date.parse('2026-01-05T09:00:00+07:00')
const at = (minutes: number) => morning + minutes * minute
const waitOf = (startsAt: number | null) => (startsAt === null ? null : (startsAt - morning) / minute)

/** Somebody who works for ten hours from now and is taken for some stretches, in minutes from now. */
const worker = (id: string, ...busy: [number, number][]) => ({
  id,
  working: [{ from: at(0), to: at(600) }],
  busy: busy.map(([from, to]) => ({ from: at(from), to: at(to) })),
})
const wish = (id: string, ...parts: Record<string, number>[]) => ({ id, parts })
const waits = (...asked: Parameters<typeof queueWaits>) => queueWaits(...asked).map(({ startsAt }) => waitOf(startsAt))

test('who waits begins when somebody who can do it is free long enough, behind those ahead', () => {
  const people = [worker('thao', [0, 20], [40, 60]), worker('quan', [0, 50])]
  const cut = { thao: 30, quan: 30 }
  const trim = { thao: 20 }
  expect(waits(people, [wish('a', cut), wish('b', trim), wish('c', cut)], morning)).toEqual([50, 20, 60])
})

test('two services follow one another, by whoever is free then, and no wait is promised past closing', () => {
  const people = [worker('thao', [0, 10], [30, 200]), worker('quan', [0, 30])]
  const both = wish('a', { thao: 20 }, { quan: 40 })
  expect(waits(people, [both, wish('b', { thao: 500 })], morning)).toEqual([10, null])
})

/** Each taken from now on without a break; everybody does everything. */
const crews = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 4 })
const lengths = fc.array(fc.integer({ min: 5, max: 60 }), { minLength: 1, maxLength: 6 })
const crewOf = (busy: number[]) => busy.map((minutes, i) => worker(`s${i}`, [0, minutes]))
const forAll = (crew: { id: string }[], minutes: number) => Object.fromEntries(crew.map(({ id }) => [id, minutes]))

test('no wait ends before the first of the staff is free, nor later than the busy minutes by people would say', () => {
  fc.assert(
    fc.property(crews, lengths, (busy, wanted) => {
      const crew = crewOf(busy)
      const starts = waits(
        crew,
        wanted.map((minutes, i) => wish(`${i}`, forAll(crew, minutes))),
        morning,
      )
      starts.forEach((start, i) => {
        const ahead = wanted.slice(0, i).reduce((sum, minutes) => sum + minutes, 0)
        const coarse = (busy.reduce((sum, minutes) => sum + minutes, 0) + ahead) / crew.length
        expect(start).toBeGreaterThanOrEqual(Math.min(...busy))
        expect(start).toBeLessThanOrEqual(coarse)
      })
    }),
  )
})

const crowds = fc.array(
  fc.array(fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 5, max: 90 })), { maxLength: 5 }),
  { minLength: 1, maxLength: 4 },
)

test('of those who want the same, who came first begins first, and nobody before now', () => {
  fc.assert(
    fc.property(crowds, fc.integer({ min: 5, max: 90 }), fc.integer({ min: 0, max: 300 }), (busy, minutes, later) => {
      const crew = busy.map((spans, i) =>
        worker(`s${i}`, ...spans.map(([from, length]) => [from, from + length] as [number, number])),
      )
      const same = Array.from({ length: 4 }, (_, i) => wish(`${i}`, forAll(crew, minutes)))
      const starts = waits(crew, same, at(later)).map((start) => start ?? Number.POSITIVE_INFINITY)
      expect(starts[0]).toBeGreaterThanOrEqual(later)
      expect(starts).toEqual(starts.toSorted((a, b) => a - b))
    }),
  )
})

const place = (name: string, more: object = {}) => ({
  id: newId(),
  customerId: null,
  name,
  parts: [{ serviceId: known.haircut.id }],
  ...more,
})

test('who walks in waits in order, has one place, may leave it, and waits for nobody overnight', async () => {
  const { staff, customer, wait } = await openTestShop({ now: '2026-01-05T09:00:00+07:00' })
  const desk = await staff('staff')
  const lan = await customer('lan')
  const first = place('Cô Hoa')
  expect((await desk('POST', '/queue', first)).status).toBe(201)
  expect((await desk('POST', '/queue', first)).body).toEqual({ id: first.id })
  const hers = place('Lan', { customerId: lan.id })
  await desk('POST', '/queue', hers)
  const again = await desk('POST', '/queue', place('Lan', { customerId: lan.id }))
  expect([again.status, again.body.code]).toEqual([409, 'already_in_queue'])

  const { body: waiting } = await desk('GET', '/queue')
  expect(waiting.map(({ id, ahead }: { id: string; ahead: number }) => [id, ahead])).toEqual([
    [first.id, 0],
    [hers.id, 1],
  ])

  await desk('POST', `/queue/${first.id}/leave`)
  expect((await desk('POST', `/queue/${first.id}/leave`)).status).toBe(204)
  expect((await desk('GET', '/queue')).body).toMatchObject([{ id: hers.id, ahead: 0 }])

  wait(13 * 60)
  expect((await (await staff('staff'))('GET', '/queue')).body).toEqual([])
})

test('a chair is free: the visit begins this minute, once, and the next moves up', async () => {
  const { staff, customer, clock } = await openTestShop({ now: '2026-01-05T09:00:00+07:00' })
  const desk = await staff('staff')
  const lan = await customer('lan')
  const hers = place('Lan', { customerId: lan.id })
  const next = place('Cô Hoa')
  await desk('POST', '/queue', hers)
  await desk('POST', '/queue', next)

  const bookingId = newId()
  const seated = await desk('POST', `/queue/${hers.id}/seat`, { bookingId })
  expect([seated.status, seated.body]).toMatchObject([
    200,
    { id: bookingId, status: 'arrived', source: 'walk_in', customer: { id: lan.id }, startsAt: clock.at.toISOString() },
  ])
  expect((await desk('POST', `/queue/${hers.id}/seat`, { bookingId })).status).toBe(200)
  const twice = await desk('POST', `/queue/${hers.id}/seat`, { bookingId: newId() })
  expect([twice.status, twice.body.code]).toEqual([409, 'already_decided'])
  expect((await desk('GET', '/queue')).body).toMatchObject([{ id: next.id, ahead: 0 }])

  const third = place('Anh Tư')
  await desk('POST', `/queue/${next.id}/seat`, { bookingId: newId() })
  await desk('POST', '/queue', third)
  const [waits] = (await desk('GET', '/queue')).body
  expect(waits.startsAt).toBe('2026-01-05T02:30:00.000Z')
  expect((await desk('POST', `/queue/${third.id}/seat`, { bookingId: newId() })).body.code).toBe('slot_taken')
  expect((await desk('GET', '/queue')).body).toMatchObject([{ id: third.id }])
})

test('who scans the code at the door waits, sees their own place alone, and may go again', async () => {
  const { staff, customer } = await openTestShop({ now: '2026-01-05T09:00:00+07:00' })
  const desk = await staff('manager')
  const [lan, minh] = [await customer('lan'), await customer('minh')]
  await desk('POST', '/queue', place('Cô Hoa', { customerId: minh.id }))
  const code = new URL((await desk('GET', '/door-code')).body.url).searchParams.get('code')
  const { customerId: _, ...hers } = place('Lan')

  expect((await lan('POST', '/queue', { ...hers, code: `${code}x` })).body.code).toBe('door_code_void')
  expect((await lan('GET', '/queue')).body).toBe('null')
  const joined = await lan('POST', '/queue', { ...hers, code })
  expect([joined.status, joined.body]).toEqual([
    201,
    {
      ...{ id: hers.id, serviceName: 'Cắt tóc', ahead: 1 },
      ...{ joinedAt: '2026-01-05T02:00:00.000Z', startsAt: '2026-01-05T02:00:00.000Z' },
    },
  ])
  expect((await desk('GET', '/queue')).body).toMatchObject([{ name: 'Cô Hoa' }, { name: 'Lan', customerId: lan.id }])
  expect((await lan('POST', '/queue/leave')).status).toBe(204)
  expect((await desk('GET', '/queue')).body).toHaveLength(1)
})

test('how long six services take is told at once, however many could do all but the last', () => {
  const crew = Array.from({ length: 12 }, (_, n) => worker(`s${n}`))
  const any = forAll(crew, 30)
  expect(waits(crew, [wish('a', any, any, any, any, any, {})], morning)).toEqual([null])
})

test('who waits for what is not on offer to them, or for too many, is told before they wait', async () => {
  const { customer, staff, shop } = await openTestShop()
  const [lan, owner] = [await customer('lan'), await staff('owner')]
  const code = new URL((await owner('GET', '/door-code')).body.url).searchParams.get('code')!
  const place = (more: object) => ({
    id: newId(),
    parts: [{ serviceId: known.haircut.id }],
    name: 'Lan',
    code,
    ...more,
  })
  expect((await lan('POST', '/queue', place({ people: 2 }))).body.code).toBe('party_too_large')
  await setService(shop, known.haircut.id, { private: true })
  expect((await lan('POST', '/queue', place({}))).body.code).toBe('service_off')
})

test('a place in the queue is not served by the visit of somebody else', async () => {
  const { staff } = await openTestShop()
  const desk = await staff()
  const parts = [{ serviceId: known.haircut.id }]
  const other = { id: newId(), parts, startsAt: '2026-01-05T15:00:00+07:00', customerId: null, newCustomer: null }
  expect((await desk('POST', '/bookings', other)).status).toBe(201)
  const place = { id: newId(), parts, customerId: null, name: 'Tư' }
  await desk('POST', '/queue', place)
  expect((await desk('POST', `/queue/${place.id}/seat`, { bookingId: other.id })).body.code).toBe('id_taken')
  expect((await desk('GET', '/queue')).body).toHaveLength(1)
})
