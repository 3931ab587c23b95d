import { expect, test } from 'vitest'
import { newId } from '../shared/ids.ts'
import { counted, openRace } from './support/race.ts'
import { addResource, setRules, setService } from './support/salon.ts'
import { known } from './support/test-shop.ts'

/** Of 200 who ask at once through two servers on one file exactly so many win; the others are told, and nothing breaks. */
const rounds = Array.from({ length: 20 }, (_, round) => round)
const cut = (staffId: string | null = known.thao.id) => [{ serviceId: known.haircut.id, staffId }]

test('one slot', async () => {
  const race = await openRace()
  for (const round of rounds) {
    const startsAt = race.slot(round)
    const answers = await race.all((token, n) =>
      race.post(n, token, '/bookings', { id: newId(), parts: cut(), startsAt }),
    )
    expect(counted(answers)).toEqual({ 201: 1, 409: 199 })
  }
  await race.isWhole()
})

test('a group of five', async () => {
  const race = await openRace()
  await setService(race.shop, known.haircut.id, { groupSize: 5 })
  for (const round of rounds) {
    const startsAt = race.slot(round)
    const answers = await race.all((token, n) =>
      race.post(n, token, '/bookings', { id: newId(), parts: cut(), startsAt }),
    )
    expect(counted(answers)).toEqual({ 201: 5, 409: 195 })
  }
  await race.isWhole()
})

test('eight beds, anybody who is free', async () => {
  const race = await openRace({ staff: 10 })
  const bed = await addResource(race.shop, 8)
  await setService(race.shop, known.haircut.id, { needs: [{ resourceId: bed, quantity: 1 }] })
  for (const round of rounds) {
    const startsAt = race.slot(round)
    const answers = await race.all((token, n) =>
      race.post(n, token, '/bookings', { id: newId(), parts: cut(null), startsAt }),
    )
    expect(counted(answers)).toEqual({ 201: 8, 409: 192 })
  }
  await race.isWhole()
})

test('a request that is accepted and declined at once becomes one of them', async () => {
  const race = await openRace()
  await setRules(race.shop, { acceptance: 'manual' })
  for (const round of rounds) {
    const id = newId()
    const asked = await race.post(0, race.people[round]!, '/bookings', { id, parts: cut(), startsAt: race.slot(round) })
    expect(asked.status).toBe(201)
    const answers = await race.all((_, n) => race.desk(n, `/bookings/${id}/${n % 3 ? 'accept' : 'decline'}`, {}))
    const status = (await race.mine(race.people[round]!)).find((booking) => booking.id === id)!.status
    const won = answers.filter((answer) => answer.status === 200)
    expect(new Set(await Promise.all(won.map(async (answer) => (await answer.json()).status)))).toEqual(
      new Set([status]),
    )
    expect(counted(answers)[409]).toBeGreaterThanOrEqual(status === 'booked' ? 67 : 133)
    expect(answers.every((answer) => [200, 409].includes(answer.status))).toBe(true)
  }
  await race.isWhole()
})

test('a hundred who move to a time against a hundred who book it', async () => {
  const race = await openRace()
  const own = await Promise.all(
    race.people.slice(0, 100).map(async (token, n) => {
      const id = newId()
      const { status } = await race.post(n, token, '/bookings', { id, parts: cut(), startsAt: race.slot(100 + n) })
      expect(status).toBe(201)
      return id
    }),
  )
  for (const round of rounds) {
    const startsAt = race.slot(round)
    const answers = await race.all((token, n) =>
      n < 100
        ? race.post(n, token, `/bookings/${own[n]}/move`, { startsAt })
        : race.post(n, token, '/bookings', { id: newId(), parts: cut(), startsAt }),
    )
    const { 409: refused, ...won } = counted(answers)
    expect([refused, Object.keys(won)]).toEqual([199, [expect.stringMatching(/^20[01]$/)]])
  }
  await race.isWhole()
})

test('a time that is offered to who waits against all who would book it', async () => {
  const race = await openRace()
  for (const round of rounds) {
    const startsAt = race.slot(round)
    const waiting = race.people[round]!
    const wait = await race.offer(waiting, startsAt)
    const answers = await race.all((token, n) =>
      n === 100
        ? race.post(n, waiting, `/waitlist/${wait}/accept`, { id: newId() })
        : race.post(n, token, '/bookings', { id: newId(), parts: cut(), startsAt }),
    )
    expect(counted(answers)).toEqual({ 201: 1, 409: 199 })
    expect(answers[100]!.status).toBe(201)
  }
  await race.isWhole()
})

test('a hold that runs out while it is confirmed and everybody wants it', async () => {
  const race = await openRace()
  for (const round of rounds) {
    const startsAt = race.slot(round)
    const holdId = newId()
    const kept = await race.post(0, race.people[round]!, '/holds', { id: holdId, parts: cut(), startsAt })
    expect(kept.status).toBe(201)
    await race.runOut(holdId)
    const answers = await race.all((token, n) =>
      race.post(n, token, '/bookings', { id: newId(), parts: cut(), startsAt, holdId }),
    )
    expect(counted(answers)).toEqual({ 201: 1, 409: 199 })
  }
  await race.isWhole()
})
