import { expect, test } from 'vitest'
import { newId } from '../shared/ids.ts'
import { haircut } from './support/salon.ts'
import { type Client, openTestShop, wish } from './support/shop.ts'
import { known } from './support/test-shop.ts'

const at = (time: string) => ({ startsAt: `2026-01-06T${time}:00+07:00` })

test("nobody sees, changes or takes over what is somebody else's, whatever id they send", async () => {
  const { customer, staff } = await openTestShop()
  const [lan, minh, owner] = [await customer('lan'), await customer('minh'), await staff('owner')]
  const code = new URL((await owner('GET', '/door-code')).body.url).searchParams.get('code')!
  const parts = [haircut(known.thao.id)]
  const [visit, kept, wait, place] = [wish('', at('10:00')), wish('', at('14:00')), newId(), newId()]
  const series = { id: newId(), parts, ...at('16:00'), everyWeeks: 1, times: 2 }
  const waiting = { id: wait, parts, day: '2026-01-06', fromMinute: 540, toMinute: 545 }
  await lan('POST', '/bookings', visit)
  await lan('POST', '/bookings/series', series)
  await lan('POST', '/waitlist', waiting)
  await lan('POST', '/queue', { id: place, parts, name: 'Lan', code })
  await lan('POST', '/holds', kept)
  await owner('PUT', `/bookings/${visit.id}/private-note`, { privateNote: 'khách khó tính' })
  const seen = async () => [
    ...[await lan('GET', '/bookings'), await lan('GET', '/waitlist'), await lan('GET', '/queue')].map(
      ({ body }) => body,
    ),
  ]
  const before = await seen()
  expect(JSON.stringify(before)).not.toContain('khó tính')

  const told = async (method: string, path: string, json?: object) => {
    const { status, body } = await minh(method, path, json)
    expect(JSON.stringify(body ?? null)).not.toContain('Lan')
    return [status, body?.code]
  }
  const path = `/bookings/${visit.id}`
  expect(await told('POST', `${path}/move`, at('11:00'))).toEqual([404, 'not_found'])
  expect(await told('POST', `${path}/cancel`, {})).toEqual([404, 'not_found'])
  expect(await told('POST', `${path}/keep`)).toEqual([404, 'not_found'])
  expect(await told('GET', `${path}/calendar`)).toEqual([404, 'not_found'])
  expect(await told('POST', '/bookings', { ...visit, ...at('17:00') })).toEqual([409, 'id_taken'])
  expect(await told('POST', '/bookings', { ...wish('', at('14:00')), holdId: kept.id })).toEqual([409, 'slot_taken'])
  expect(await told('POST', '/holds', { ...wish('', at('15:00')), id: kept.id })).toEqual([409, 'id_taken'])
  expect(await told('DELETE', `/holds/${kept.id}`)).toEqual([204, undefined])
  expect(await told('POST', '/bookings/series', series)).toEqual([409, 'id_taken'])
  expect(await told('POST', '/waitlist', waiting)).toEqual([409, 'id_taken'])
  expect(await told('DELETE', `/waitlist/${wait}`)).toEqual([404, 'not_found'])
  expect(await told('POST', `/waitlist/${wait}/accept`, { id: newId() })).toEqual([404, 'not_found'])
  expect(await told('POST', '/queue', { id: place, parts, name: 'M', code })).toEqual([201, undefined])
  expect(await told('POST', '/queue/leave')).toEqual([204, undefined])
  expect(await told('POST', '/check-in', { code })).toEqual([409, 'no_booking_now'])
  const wanted = encodeURIComponent(JSON.stringify({ parts }))
  const free = (await minh('GET', `/slots?wanted=${wanted}&day=2026-01-06&moving=${visit.id}`)).body
  expect(free).not.toContainEqual({ startsAt: '2026-01-06T03:00:00.000Z', staffIds: [known.thao.id] })
  expect(await seen()).toEqual(before)
  expect((await lan('POST', '/bookings', { ...wish('', at('14:00')), holdId: kept.id })).status).toBe(201)
})

test('what is sent twice is done once, and answered the same', async () => {
  const { customer, staff } = await openTestShop()
  const [lan, desk] = [await customer('lan'), await staff()]
  const parts = [haircut(known.thao.id)]
  const twice = async (who: Client, path: string, json: object) => {
    const [first, again] = [await who('POST', path, json), await who('POST', path, json)]
    expect([path, first.status < 300, again.status]).toEqual([path, true, first.status])
    expect(again.body).toEqual(first.body)
  }
  await twice(lan, '/holds', wish('', at('09:00')))
  await twice(lan, '/bookings', wish('', at('10:00')))
  await twice(lan, '/bookings/series', { id: newId(), parts, ...at('11:00'), everyWeeks: 1, times: 2 })
  await twice(lan, '/waitlist', { id: newId(), parts, day: '2026-01-07', fromMinute: 540, toMinute: 600 })
  await twice(desk, '/bookings', { ...wish('', at('14:00')), customerId: lan.id, newCustomer: null })
  await twice(desk, '/series', { id: newId(), parts, ...at('15:00'), everyWeeks: 1, times: 2 })
  const place = { id: newId(), parts: [haircut(known.quan.id)], customerId: null, name: 'Tư' }
  await twice(desk, '/queue', place)
  await twice(desk, `/queue/${place.id}/seat`, { bookingId: newId() })
  expect((await desk('GET', '/today?day=2026-01-06')).body.bookings).toHaveLength(4)
})
