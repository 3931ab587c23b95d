import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { auditLog, bookingParts, bookings, customers } from '../drizzle/schema/index.ts'
import type { BookingStatus } from '../shared/booking.ts'
import { newId } from '../shared/ids.ts'
import { readByIcalJs } from './support/calendars.ts'
import { openTestShop } from './support/shop.ts'
import { known } from './support/test-shop.ts'
import { keepVisit, moveVisit } from './support/visits.ts'

const zone = 'Asia/Ho_Chi_Minh'
const day = 24 * 60

async function withLan() {
  const shop = await openTestShop()
  const lan = await shop.customer('lan')
  await lan.sharePhone()
  const read = (url: string, headers = {}) => shop.app.request(new URL(url).pathname, { headers })
  return {
    ...shop,
    lan,
    read,
    visits: async (url: string) => readByIcalJs(await (await read(url)).text(), zone),
    visit: (more: Partial<Parameters<typeof keepVisit>[1]> = {}) =>
      keepVisit(shop, { customerId: lan.id, startsAt: '2026-01-06T10:00:00+07:00', ...more }),
    async turn(id: string, status: BookingStatus) {
      const set = { status, statusAt: shop.clock.at, statusBy: 'customer' }
      await shop.shop.write((tx) => tx.update(bookings).set(set).where(eq(bookings.id, id)))
    },
    linkOf: async (id: string) => (await lan('GET', `/bookings/${id}/calendar`)).body.url as string,
    mine: async () => (await lan('GET', '/me/calendar')).body.url as string,
    async giveOut(kind: 'shop' | 'staff', subjectId: string | null = null) {
      const id = newId()
      const { body } = await (await shop.staff('manager'))('POST', '/calendar-feeds', { id, kind, subjectId })
      return { id, url: body.url as string }
    },
  }
}

test('one visit is a file to keep, with where and when and by whom', async () => {
  const shop = await withLan()
  const id = await shop.visit()
  const answer = await shop.read(await shop.linkOf(id))
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="lich-hen.ics"')
  expect(readByIcalJs(await answer.text(), zone)).toEqual([
    {
      ...{ uid: `${id}@khach-quen`, sequence: 0, status: 'CONFIRMED', wall: '2026-01-06 600' },
      span: [Date.parse('2026-01-06T10:00:00+07:00'), Date.parse('2026-01-06T10:30:00+07:00')],
      ...{ summary: 'Cắt tóc · Tiệm thử', location: '1 Đường Thử' },
      description: `Mã lịch hẹn: ${id.slice(-8).toUpperCase()}\nNhân viên: Thảo`,
    },
  ])
})

test('a visit moved three times keeps its UID and has SEQUENCE 3; called off it has 4 and says so', async () => {
  const shop = await withLan()
  const id = await shop.visit()
  for (const hour of [11, 14, 16]) await moveVisit(shop, id, `2026-01-06T${hour}:00:00+07:00`)
  const url = await shop.mine()
  const uid = `${id}@khach-quen`
  expect(await shop.visits(url)).toMatchObject([{ uid, sequence: 3, status: 'CONFIRMED', wall: '2026-01-06 960' }])
  await shop.turn(id, 'cancelled')
  expect(await shop.visits(url)).toMatchObject([{ uid, sequence: 4, status: 'CANCELLED' }])
  shop.wait(29 * day)
  expect(await shop.visits(url)).toHaveLength(1)
  shop.wait(2 * day)
  expect(await shop.visits(url)).toEqual([])
})

test('a feed reaches 90 days back and as far ahead as there are visits', async () => {
  const shop = await withLan()
  for (const startsAt of ['2025-10-01', '2025-10-10', '2027-06-01'])
    await shop.visit({ startsAt: `${startsAt}T10:00:00+07:00`, status: 'completed' })
  expect((await shop.visits(await shop.mine())).map(({ wall }) => wall).sort()).toEqual([
    '2025-10-10 600',
    '2027-06-01 600',
  ])
})

test('a customer’s feed holds their visits and nobody else’s; asked twice it is the same one', async () => {
  const shop = await withLan()
  const minh = await shop.customer('minh')
  const id = await shop.visit()
  await shop.visit({ customerId: minh.id, startsAt: '2026-01-06T12:00:00+07:00' })
  expect((await shop.visits(await shop.mine())).map(({ uid }) => uid)).toEqual([`${id}@khach-quen`])
  expect(new Set(await Promise.all([shop.mine(), shop.mine(), shop.mine()])).size).toBe(1)
})

test('the shop’s feed names who comes, and holds neither phones nor notes', async () => {
  const shop = await withLan()
  const id = await shop.visit()
  await shop.visit({ customerId: null, startsAt: '2026-01-06T12:00:00+07:00' })
  const notes = { note: 'Da đầu nhạy cảm', privateNote: 'Hay đến muộn' }
  await shop.shop.write(async (tx) => {
    await tx.update(bookings).set(notes).where(eq(bookings.id, id))
    await tx.update(customers).set({ name: 'Lan', note: 'Khó tính' }).where(eq(customers.id, shop.lan.id))
  })
  const { url } = await shop.giveOut('shop')
  expect((await shop.visits(url)).map(({ summary }) => summary).sort()).toEqual(['Khách lẻ · Cắt tóc', 'Lan · Cắt tóc'])
  const text = (await (await shop.read(url)).text()).replaceAll('\r\n ', '')
  expect(text).not.toMatch(/nhạy cảm|đến muộn|Khó tính|912345678/)
})

test('a person’s feed holds what they do themselves of a visit of several', async () => {
  const shop = await withLan()
  const id = await shop.visit()
  const second = { serviceId: known.colour.id, staffId: known.quan.id, name: 'Nhuộm tóc', priceVnd: 450_000 }
  const span = { startsAt: new Date('2026-01-06T10:30:00+07:00'), endsAt: new Date('2026-01-06T12:00:00+07:00') }
  await shop.shop.write((tx) =>
    tx.insert(bookingParts).values({ bookingId: id, position: 1, ...second, ...span, addons: [], staffAsked: false }),
  )
  const ofQuan = await shop.visits((await shop.giveOut('staff', known.quan.id)).url)
  expect(ofQuan).toMatchObject([{ wall: '2026-01-06 630', summary: expect.stringMatching(/· Nhuộm tóc$/) }])
  const [whole] = await shop.visits(await shop.mine())
  expect(whole).toMatchObject({ wall: '2026-01-06 600', summary: 'Cắt tóc + Nhuộm tóc · Tiệm thử' })
  expect(whole!.span[1]).toBe(span.endsAt.getTime())
})

test('who polls is told when nothing has changed', async () => {
  const shop = await withLan()
  const id = await shop.visit()
  const url = await shop.mine()
  const etag = (await shop.read(url)).headers.get('etag')!
  shop.wait(60)
  expect((await shop.read(url, { 'if-none-match': etag })).status).toBe(304)
  await moveVisit(shop, id, '2026-01-06T15:00:00+07:00')
  expect((await shop.read(url, { 'if-none-match': etag })).status).toBe(200)
})

describe('nobody reads a calendar without its address', () => {
  test('a changed, foreign or misused address is not found', async () => {
    const shop = await withLan()
    const { vault } = shop.shop
    const id = await shop.visit()
    const [link, feed] = [await shop.linkOf(id), await shop.mine()]
    const other = newId()
    const wrong = [
      ...[feed.replace(/.\.ics$/, '!.ics'), feed.replace(/feed\.[\w-]+/, `feed.${other}`), feed.replace('.ics', '')],
      ...[link.replace('/booking/', '/'), feed.replace('/calendar/', '/calendar/booking/')],
      `${shop.shop.config.publicUrl}/calendar/${vault.sign(`rebook.${feed.match(/feed\.([\w-]+)/)![1]}`)}.ics`,
      `${shop.shop.config.publicUrl}/calendar/booking/${vault.sign(`visit.${other}`)}.ics`,
      `${shop.shop.config.publicUrl}/calendar/x.ics`,
    ]
    expect(await Promise.all(wrong.map(async (url) => (await shop.read(url)).status))).toEqual(wrong.map(() => 404))
  })

  test('the visit of somebody else has no address', async () => {
    const shop = await withLan()
    const minh = await shop.customer('minh')
    const id = await shop.visit()
    expect((await minh('GET', `/bookings/${id}/calendar`)).status).toBe(404)
    expect((await shop.anybody('GET', '/api/me/calendar')).status).toBe(401)
  })

  test('a feed that was taken back is not found, and the book says who did it', async () => {
    const shop = await withLan()
    const manager = await shop.staff('manager')
    const { id, url } = await shop.giveOut('shop')
    expect((await shop.read(url)).status).toBe(200)
    expect((await manager('GET', '/calendar-feeds')).body).toEqual([
      { id, kind: 'shop', subjectId: null, staffName: null, url },
    ])
    expect((await manager('DELETE', `/calendar-feeds/${id}`)).status).toBe(204)
    expect((await shop.read(url)).status).toBe(404)
    expect((await manager('GET', '/calendar-feeds')).body).toEqual([])
    const acts = (await shop.shop.read.select().from(auditLog)).map(({ act }) => act)
    expect(acts).toEqual(['add_calendar_feed', 'revoke_calendar_feed'])
  })
})

test('the same calendar asked for twice is one; a wrong person, or a foreign id, is refused', async () => {
  const shop = await withLan()
  const manager = await shop.staff('manager')
  const feed = { id: newId(), kind: 'staff', subjectId: known.thao.id }
  const ask = async (more: object) => (await manager('POST', '/calendar-feeds', { ...feed, ...more })).status
  expect(await ask({})).toBe(201)
  expect(await ask({})).toBe(201)
  expect(await ask({ kind: 'shop', subjectId: null })).toBe(409)
  expect(await ask({ id: newId(), subjectId: newId() })).toBe(400)
  expect(await ask({ id: newId(), subjectId: null })).toBe(400)
  expect(await ask({ id: newId(), kind: 'customer' })).toBe(400)
  expect((await manager('DELETE', `/calendar-feeds/${newId()}`)).status).toBe(404)
  expect((await manager('GET', '/calendar-feeds')).body).toHaveLength(1)
})
