import { expect, test } from 'vitest'
import { campaigns } from '../drizzle/schema/index.ts'
import { openDatabase } from '../server/database.ts'
import { tendCampaigns, tendSegments } from '../server/segments/segment-rounds.ts'
import { openFollowing } from './support/follows.ts'

test('a hundred rounds at once, of two openings of one file, follow an event once', async () => {
  const shop = await openFollowing()
  const people = await shop.once(30)
  await shop.set()
  for (const id of people) await shop.keep(id, [{ daysAgo: 0 }])
  const other = await openDatabase(`file:${shop.file}`)
  const openings = [shop.shop, { ...shop.shop, ...other }]
  await Promise.all(
    Array.from({ length: 100 }, async (_, i) => {
      await tendSegments(openings[i % 2]!)
      await tendCampaigns(openings[i % 2]!)
    }),
  ).finally(() => other.close())
  await shop.rounds()
  expect((await shop.given()).map(({ customerId }) => customerId).sort()).toEqual(people.toSorted())
  expect(await shop.shop.read.$count(campaigns)).toBe(1)
  expect(await shop.faults()).toEqual([])
})

test('a process that dies in the middle leaves nothing done twice and nothing undone', async () => {
  const shop = await openFollowing()
  const people = await shop.once(3)
  await shop.set()
  for (const id of people) await shop.keep(id, [{ daysAgo: 0 }])
  let falls = 1
  const failing = { ...shop.shop }
  failing.write = (act) =>
    shop.shop.write(async (tx) => {
      const done = await act(tx)
      if ((await tx.$count(campaigns)) > 0 && falls-- > 0) throw new Error('the process falls')
      return done
    })
  await expect(tendSegments(failing)).rejects.toThrow('falls')
  expect(await shop.shop.read.$count(campaigns)).toBe(0)
  await tendSegments(shop.shop) // and falls again, before anybody got anything
  expect(await shop.given()).toEqual([])
  await shop.rounds()
  expect((await shop.given()).map(({ customerId }) => customerId).sort()).toEqual(people.toSorted())
})
