import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { campaignPeople, campaigns, outbox, suggestionPeople, suggestions } from '../drizzle/schema/index.ts'
import { tendSuggestions } from '../server/insights/digest-rounds.ts'
import { addMinutes, dayOf } from '../shared/time.ts'
import { type Owned, openOwned } from './support/owner.ts'
import { keepVisit } from './support/visits.ts'

const day = 24 * 60

/** Regulars of every month who have not been back for seven weeks. */
async function late({ regular, keep }: Owned, keys = ['lan', 'minh']) {
  const people = []
  for (const key of keys) {
    const customer = await regular(key)
    await keep(
      customer.id,
      [50, 80, 110, 140].map((daysAgo) => ({ daysAgo })),
    )
    people.push(customer)
  }
  return people
}
const kind = (open: { kind: string }[], which: string) => open.find((each) => each.kind === which)

test('who is late is suggested to be asked back, with the sum behind what it should bring', async () => {
  const shop = await openOwned()
  const people = await late(shop)
  await shop.stranger('Không đồng ý', [50, 80, 110, 140])
  await shop.rounds()
  const { open } = await shop.suggestions()
  const found = kind(open, 'bring_back') as unknown as Record<string, never>
  expect(found).toMatchObject({ people: 2, sum: { assumed: 1, ratePercent: 10, perVisitVnd: 100_000 } })
  const {
    people: n,
    expectedVnd,
    sum,
  } = found as unknown as {
    people: number
    expectedVnd: number
    sum: Record<string, number>
  }
  expect(sum.messageVnd).toBeGreaterThan(0)
  expect(expectedVnd).toBe((n * sum.ratePercent! * sum.perVisitVnd!) / 100 - sum.messageVnd!)
  const meant = await shop.shop.read.select().from(suggestionPeople).where(eq(suggestionPeople.suggestionId, found.id!))
  expect(meant.map(({ customerId }) => customerId).sort()).toEqual(people.map(({ id }) => id).sort())
})

test('a suggestion that is accepted writes to exactly the people it meant, once', async () => {
  const shop = await openOwned()
  const [lan, minh] = await late(shop)
  await shop.rounds()
  const { id } = kind((await shop.suggestions()).open, 'bring_back') as unknown as { id: string }
  await late(shop, ['yen']) // who is late by now as well was not meant
  const answers = await Promise.all([1, 2, 3].map(() => shop.owner('POST', `/suggestions/${id}/accept`)))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  await shop.shop.rest()
  await shop.rounds()
  expect(await shop.shop.read.select().from(campaigns)).toMatchObject([{ id, suggestionId: id, people: 2 }])
  const meant = await shop.shop.read.select().from(campaignPeople).where(eq(campaignPeople.campaignId, id))
  expect(meant.map(({ customerId }) => customerId).sort()).toEqual([lan!.id, minh!.id].sort())
  expect(await shop.shop.read.$count(outbox, eq(outbox.intent, 'come_again'))).toBe(2)
  expect((await shop.owner('POST', `/suggestions/${id}/ignore`)).body.code).toBe('suggestion_decided')
  expect(await shop.faults()).toEqual([])
})

test('what was ignored is not suggested again for two weeks', async () => {
  const shop = await openOwned()
  await late(shop)
  await shop.rounds()
  const { id } = kind((await shop.suggestions()).open, 'bring_back') as unknown as { id: string }
  await shop.owner('POST', `/suggestions/${id}/ignore`)
  const kinds = async () => ((await shop.suggestions()).open as { kind: string }[]).map((each) => each.kind)
  expect(await kinds()).not.toContain('bring_back')
  shop.wait(8 * day)
  await late(shop, ['yen'])
  await shop.rounds()
  expect(await kinds()).not.toContain('bring_back')
  shop.wait(8 * day)
  await late(shop, ['hoa'])
  await shop.rounds()
  expect(await kinds()).toContain('bring_back')
})

test('there are three a week at most, also when several processes look at once', async () => {
  const shop = await openOwned()
  await late(shop)
  for (let i = 0; i < 6; i++) await shop.stranger(`Khách ${i}`, [5, 15, 25])
  await Promise.all([1, 2, 3].map(() => tendSuggestions({ ...shop.shop })))
  const rows = await shop.shop.read.select().from(suggestions)
  expect(new Set(rows.map((row) => row.kind)).size).toBe(rows.length)
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.length).toBeLessThanOrEqual(3)
  shop.wait(3 * day)
  await tendSuggestions({ ...shop.shop })
  expect(await shop.shop.read.$count(suggestions)).toBe(rows.length)
})

test('who came once three weeks ago, who has a birthday and whom to ask for consent are each suggested', async () => {
  const shop = await openOwned()
  const [lan, minh] = [await shop.regular('lan'), await shop.regular('minh')]
  await shop.keep(lan.id, [{ daysAgo: 30, priceVnd: 900_000 }])
  await shop.keep(minh.id, [{ daysAgo: 5, priceVnd: 900_000 }])
  await minh('PUT', '/me/birthday', { day: '06-18' })
  await shop.stranger('Chưa hỏi', [3])
  await shop.rounds()
  const { open } = await shop.suggestions()
  expect(open.map((each: { kind: string }) => each.kind).sort()).toEqual(['ask_consent', 'birthday', 'second_visit'])
  expect(kind(open, 'second_visit')).toMatchObject({ people: 1, names: [{ customerId: lan.id }] })
  expect(kind(open, 'birthday')).toMatchObject({ people: 1, names: [{ customerId: minh.id }] })
  expect(kind(open, 'ask_consent')).toMatchObject({ people: 1, sum: { agreePercent: 30, messageVnd: 0 } })
})

test('the two emptiest hours are suggested to be filled, with what they lack to be like the middle one', async () => {
  const shop = await openOwned()
  const intervals = [{ weekday: 1, startMinute: 540, lengthMinutes: 270 }] // its last half hour is no hour
  expect((await shop.owner('PUT', '/hours', { staffId: null, intervals })).status).toBe(200)
  const monday = (weeksAgo: number) => dayOf(addMinutes(shop.clock.at, -7 * weeksAgo * day), 'Asia/Ho_Chi_Minh')
  for (const [hour, visits] of Object.entries({ 9: 2, 10: 8, 11: 16, 12: 4 }))
    for (let i = 0; i < visits; i++) {
      const startsAt = `${monday((i % 8) + 1)}T${hour.padStart(2, '0')}:${i < 8 ? '00' : '30'}:00+07:00`
      await keepVisit(shop, { startsAt, status: 'completed', minutes: 10 })
    }
  await keepVisit(shop, { startsAt: `${monday(9)}T09:00:00+07:00`, status: 'completed' }) // longer ago than is looked at
  await shop.tie(await shop.withPhone('bao'))
  await shop.rounds()
  const { open } = await shop.suggestions()
  expect(open).toMatchObject([{ kind: 'fill_hours', people: 0 }])
  // The middle is 8: nine o'clock lacks 6 and twelve lacks 4 in eight weeks, each worth a visit of 105,000.
  expect(open[0].sum).toMatchObject({ weekdayA: 1, hourA: 9, weekdayB: 1, hourB: 12, missingPerWeek: 1.3 })
  expect([open[0].expectedVnd, open[0].sum.perVisitVnd]).toEqual([131_250, 105_000])
  expect((await shop.told('owner_digest'))[0]!.params.words).toMatch(
    /lấp giờ vắng 9h T2 và 12h T2, dự kiến 131\.250\sđ mỗi tuần/,
  )

  await shop.owner('POST', `/suggestions/${open[0].id}/accept`)
  shop.wait(7 * day)
  await shop.rounds()
  expect(kind((await shop.suggestions()).open, 'fill_hours')).toBeUndefined()
})

test('hours are not called empty where the shop sells less than once in the middle one', async () => {
  const shop = await openOwned()
  await shop.stranger('Khách', [3])
  await shop.rounds()
  expect(kind((await shop.suggestions()).open, 'fill_hours')).toBeUndefined()
})

test('next week’s digest says what the accepted one brought, and after fourteen days it stands', async () => {
  const shop = await openOwned()
  const [lan] = await late(shop)
  await shop.tie(await shop.withPhone('bao'))
  await shop.rounds()
  const [first] = await shop.told('owner_digest')
  const { id, expectedVnd } = kind((await shop.suggestions()).open, 'bring_back') as unknown as {
    id: string
    expectedVnd: number
  }
  expect(first!.params.words).toContain('mời 2 khách đang trễ nhịp quay lại')
  expect(first!.params.link).toBe(`/owner?to=/suggestions/${id}`)
  expect(expectedVnd).toBeGreaterThan(0)
  await shop.owner('POST', `/suggestions/${id}/accept`)
  shop.wait(2 * day)
  await shop.visited(lan!)
  shop.wait(5 * day)
  await shop.rounds()
  const second = (await shop.told('owner_digest')).at(-1)!
  expect(second.params.words).toMatch(/đã mời 2 khách: 1 người quay lại, 105\.000\sđ \(không phải bằng chứng/)
  expect(second.params.advice).toMatch(/^Đã mời 2: 1 quay lại, 105\.000\sđ\./)
  shop.wait(7 * day)
  await shop.rounds()
  shop.wait(day)
  await shop.visited(lan!) // later than what is counted
  await shop.rounds()
  const [row] = await shop.shop.read.select().from(suggestions).where(eq(suggestions.id, id))
  expect(row).toMatchObject({ returned: 1, broughtVnd: 105_000 })
  expect((await shop.suggestions()).past).toMatchObject([{ id, returned: 1, broughtVnd: 105_000 }])
})
