import { expect, test } from 'vitest'
import { newId } from '../shared/ids.ts'
import { openTestShop, unlimited } from './support/shop.ts'
import { known } from './support/test-shop.ts'
import { keepVisit } from './support/visits.ts'

const allergy = {
  ...{ group: 'tastes', name: 'Dị ứng', kind: 'text', choices: [], purpose: 'Để phục vụ an toàn' },
  ...{ sensitive: true, atService: true, active: true },
}

async function openWithLan() {
  const shop = await openTestShop({ configure: unlimited })
  const owner = await shop.staff('owner')
  const id = newId()
  await owner('POST', '/customers', { id, name: 'Lan', phone: '0912345678' })
  const fileOf = async () => (await owner('GET', `/customers/${id}`)).body
  return { ...shop, owner, id, fileOf }
}

test('what is known of somebody comes in five groups, each value with its source, time and purpose', async () => {
  const shop = await openWithLan()
  for (const day of ['05', '15', '25'])
    await keepVisit(shop, { customerId: shop.id, startsAt: `2025-12-${day}T10:00:00+07:00`, status: 'completed' })
  const { groups } = await shop.fileOf()
  expect(Object.keys(groups)).toEqual(['basic', 'behaviour', 'tastes', 'relationship', 'predicted'])
  const all = [...groups.basic.known, ...groups.behaviour.known, ...groups.predicted.known]
  for (const value of all)
    expect(value).toMatchObject({ source: expect.any(String), at: expect.any(String), purpose: expect.any(String) })
  const shown = (key: string) => all.find((value) => value.key === key)?.value
  expect(shown('visits')).toBe(3)
  expect([shown('firstVisit'), shown('lastVisit'), shown('usualGap')]).toEqual(['2025-12-05', '2025-12-25', 10])
  expect([shown('usualStaff'), shown('usualService'), shown('spend')]).toEqual(['Thảo', 'Cắt tóc', 315_000])
  expect(shown('expectedOn')).toMatch(/^2026-01-/)
})

test('what somebody allows and whether they follow stands in the profile, by purpose, since when and from where', async () => {
  const shop = await openWithLan()
  const lan = await shop.customer('lan')
  await lan.sharePhone()
  const told = async () =>
    Object.fromEntries(
      (await shop.fileOf()).groups.relationship.known.map(({ key, ...field }: { key: string }) => [key, field]),
    )
  const word = { unit: 'word', source: 'customer', purpose: 'tell', at: shop.clock.at.toISOString() }
  expect(await told()).toEqual({ visit_messages: { ...word, value: 'granted' } })

  shop.wait(10)
  const granted = shop.clock.at.toISOString()
  for (const purpose of ['marketing', 'photos']) await lan('PUT', `/me/consents/${purpose}`, { granted: true })
  shop.zalo.unfollow('lan')
  await shop.settled()
  expect((await told()).follows).toMatchObject({ value: 'unfollowed', at: granted })
  shop.wait(10)
  const withdrawn = shop.clock.at.toISOString()
  await lan('PUT', '/me/consents/marketing', { granted: false })
  shop.zalo.follow('lan')
  await shop.settled()
  expect(await told()).toEqual({
    visit_messages: { ...word, value: 'granted' },
    marketing: { ...word, value: 'withdrawn', at: withdrawn },
    photos: { ...word, value: 'granted', purpose: 'serve', at: granted },
    follows: { ...word, value: 'follows', source: 'zalo', at: withdrawn },
  })
})

test('a sensitive value is shown to who asks for it, and each look is written down', async () => {
  const { owner, staff, id, fileOf } = await openWithLan()
  const fieldId = newId()
  expect((await owner('PUT', `/profile-fields/${fieldId}`, allergy)).status).toBe(200)
  const desk = await staff('staff')
  expect((await desk('PUT', `/profile-fields/${fieldId}`, allergy)).status).toBe(403)
  expect((await desk('PUT', `/customers/${id}/fields/${fieldId}`, { value: 'Thuốc tẩy' })).status).toBe(204)
  expect(JSON.stringify(await fileOf())).not.toContain('Thuốc tẩy')
  expect((await fileOf()).groups.tastes.fields[0]).toMatchObject({
    isKnown: true,
    value: null,
    purpose: 'Để phục vụ an toàn',
  })
  expect((await desk('POST', `/customers/${id}/fields/${fieldId}/look`, {})).body).toEqual({ value: 'Thuốc tẩy' })
  const { entries } = (await owner('GET', '/audit')).body
  expect(entries[0]).toMatchObject({ act: 'view_sensitive', about: id, who: 'staff' })
})

test('a value keeps to its kind, the last one holds, and an empty one takes it back', async () => {
  const { owner, id, fileOf } = await openWithLan()
  const fieldId = newId()
  const hair = { ...allergy, name: 'Loại tóc', kind: 'choice', choices: ['Khô', 'Dầu'], sensitive: false }
  await owner('PUT', `/profile-fields/${fieldId}`, hair)
  const write = async (value: string) => (await owner('PUT', `/customers/${id}/fields/${fieldId}`, { value })).status
  expect(await write('Xoăn')).toBe(400)
  expect([await write('Khô'), await write('Dầu')]).toEqual([204, 204])
  expect((await fileOf()).groups.tastes.fields[0].value).toBe('Dầu')
  expect(await write('')).toBe(204)
  expect((await fileOf()).groups.tastes.fields[0]).toMatchObject({ isKnown: false, value: null })
})

test('tags are given and taken, and offered to the next customer', async () => {
  const { owner, id, fileOf } = await openWithLan()
  const give = (tags: string[]) => owner('PUT', `/customers/${id}/tags`, { tags })
  expect((await give(['Khách quý', 'Tóc dài'])).status).toBe(204)
  await give(['Tóc dài', 'Tóc dài'])
  expect((await fileOf()).tags).toEqual(['Tóc dài'])
  expect((await owner('GET', '/tags')).body).toEqual(['Tóc dài'])
  expect((await owner('PUT', `/customers/${newId()}/tags`, { tags: [] })).status).toBe(404)
})

test('the timeline holds all that happened, newest first, page by page, of whichever kinds are asked for', async () => {
  const shop = await openWithLan()
  const { owner, id, customer, wait } = shop
  const lan = await customer('lan')
  await lan.sharePhone() // the desk's record takes the Zalo identity
  await lan('PUT', '/me/consents/marketing', { granted: true })
  wait(1)
  for (let n = 0; n < 40; n++)
    await keepVisit(shop, { customerId: id, startsAt: new Date(1_766_000_000_000 + n).toISOString() })
  await owner('POST', `/customers/${id}/adjustments`, { id: newId(), points: 7, reasonCode: 'opening', note: 'Thẻ' })
  wait(1)
  const now = newId()
  await owner('POST', '/bookings', {
    ...{ id: now, parts: [{ serviceId: known.haircut.id }], startsAt: null, customerId: id, newCustomer: null },
  })
  await owner('PUT', `/customers/${id}/tags`, { tags: ['Khách quý'] })
  type Line = { kind: string; id: string; at: string; what: string }
  const page = async (query = '') => (await owner('GET', `/customers/${id}/timeline?${query}`)).body as Line[]
  const all: Line[] = []
  for (let some = await page(); some.length > 0; ) {
    all.push(...some)
    const { at, id: line } = some.at(-1)!
    some = await page(`at=${encodeURIComponent(at)}&id=${encodeURIComponent(line)}`)
  }
  expect(new Set(all.map((line) => line.id)).size).toBe(all.length)
  expect(all.map(({ at }) => at)).toEqual(
    all
      .map(({ at }) => at)
      .sort()
      .reverse(),
  )
  const count = (kind: string) => all.filter((line) => line.kind === kind).length
  expect([count('visit'), count('consent'), count('points'), count('profile')]).toEqual([41, 2, 1, 1])
  expect((await page('kinds=points,profile')).map(({ kind }) => kind).sort()).toEqual(['points', 'profile'])
  expect((await owner('GET', `/customers/${id}/timeline?kinds=secrets`)).status).toBe(400)
})
