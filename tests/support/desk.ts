import { expect } from 'vitest'
import { newId } from '../../shared/ids.ts'
import { openDemoShop } from './browser.ts'

/** A demo salon with the owner at the desk, and what a test asks of it besides. */
export async function openDesk(width = 1280, browserArgs: string[] = []) {
  const demo = await openDemoShop({ now: '2026-11-23T09:10:00+07:00', browserArgs })
  const owner = await demo.open('/admin/', width)
  await owner.getByRole('button', { name: 'Chủ tiệm' }).click()
  await owner.getByRole('button', { name: 'Đăng nhập' }).click()
  await owner.getByRole('link', { name: 'Lịch', exact: true }).first().waitFor()
  const headers = { 'X-Requested-With': 'khach-quen' }
  const ask = async (method: 'GET' | 'POST' | 'PUT', path: string, data?: object) => {
    const answer = await owner.request.fetch(`${demo.url}/admin/api${path}`, { method, headers, data })
    expect([path, answer.ok() || (await answer.text())]).toEqual([path, true])
    return answer.json()
  }
  const idOf = async (path: string, name: string) =>
    (await ask('GET', path)).find((each: { name: string }) => each.name === name).id
  return {
    ...demo,
    owner,
    ask,
    /** Half an hour with somebody, by phone, for a new customer. */
    async book(day: string, clock: string, staff: string, name: string) {
      const parts = [
        { serviceId: await idOf('/services', 'Cắt tóc nam'), staffId: await idOf('/staff-members', staff) },
      ]
      const startsAt = `${day}T${clock}:00+07:00`
      const { id } = await ask('POST', '/bookings', {
        id: newId(),
        parts,
        startsAt,
        customerId: null,
        newCustomer: { name },
      })
      return id as string
    },
    idOf,
    /** Lan, in the Mini App. */
    async lan() {
      const { request } = owner
      const accessToken = demo.standIn.accessTokenOf('lan')
      const session = await request.post(`${demo.url}/api/session`, { data: { accessToken } })
      const headers = { authorization: `Bearer ${(await session.json()).token}` }
      return async (path: string, data?: object) => {
        const answer = await request.fetch(`${demo.url}/api${path}`, { method: data ? 'POST' : 'GET', headers, data })
        expect([path, answer.ok() || (await answer.text())]).toEqual([path, true])
        return answer.json().catch(() => undefined) // some answer with nothing
      }
    },
  }
}
