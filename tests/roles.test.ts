import { expect, test } from 'vitest'
import { createAdminApi } from '../server/admin-api.ts'
import { newId } from '../shared/ids.ts'
import { type Role, roles } from '../shared/staff.ts'
import { openTestShop } from './support/shop.ts'

/** Open to people who are not signed in yet. */
const doors = ['GET /door', 'GET /session', 'POST /session', 'POST /owner']

type Route = { name: string; method: string; path: string; allowed: readonly Role[] | undefined }

const routes: Route[] = [...grouped(createAdminApi().routes)].map(([name, handlers]) => ({
  name,
  method: handlers[0]!.method,
  path: handlers[0]!.path,
  allowed: handlers.map(({ handler }) => (handler as { allowed?: readonly Role[] }).allowed).find(Boolean),
}))

test('every admin route declares who may use it, but for the doors', () => {
  expect(
    routes
      .filter(({ allowed }) => !allowed)
      .map(({ name }) => name)
      .sort(),
  ).toEqual(doors.toSorted())
  expect(routes.length).toBeGreaterThan(35)
})

function grouped(all: ReturnType<typeof createAdminApi>['routes']) {
  const groups = new Map<string, typeof all>()
  for (const route of all) {
    const name = `${route.method} ${route.path}`
    groups.set(name, [...(groups.get(name) ?? []), route])
  }
  return groups
}

const guarded = routes.filter(({ allowed }) => allowed)
const pathOf = ({ path }: Route) => path.replace(':id', newId())

test.each(guarded)('$name lets in exactly whom it declares', async (route) => {
  const shop = await openTestShop()
  for (const role of roles) {
    const { status } = await (await shop.staff(role))(
      route.method,
      pathOf(route),
      route.method === 'GET' ? undefined : {},
    )
    expect([role, status === 403]).toEqual([role, !route.allowed!.includes(role)])
    expect(status).not.toBe(401)
  }
})

test.each(guarded)('$name is closed to strangers, shoppers and foreign pages', async (route) => {
  const shop = await openTestShop()
  const ask = (headers: Record<string, string>) =>
    shop.app.request(`/admin/api${pathOf(route)}`, {
      method: route.method,
      headers: { 'x-requested-with': 'khach-quen', ...headers },
    })
  expect((await ask({})).status).toBe(401)
  const lan = await shop.customer('lan')
  expect((await ask({ authorization: `Bearer ${lan.token}`, cookie: `khach-quen=${lan.token}` })).status).toBe(401)
  if (route.method !== 'GET') {
    expect((await ask({ 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await ask({ 'x-requested-with': '' })).status).toBe(403)
  }
})

test('a role taken away ends at once', async () => {
  const { staff, anybody } = await openTestShop()
  const [owner, manager] = [await staff('owner'), await staff('manager')]
  expect((await manager('GET', '/settings')).status).toBe(200)
  const accounts = (await owner('GET', '/accounts')).body
  const account = accounts.find(({ role }: { role: Role }) => role === 'manager')
  await owner('PUT', `/accounts/${account.id}`, { name: account.name, role: 'staff', active: true })
  expect((await manager('GET', '/settings')).status).toBe(401)
  expect((await anybody('GET', '/admin/api/settings')).status).toBe(401)
})

test('the last owner cannot be taken away', async () => {
  const { staff } = await openTestShop()
  const owner = await staff('owner')
  const account = (await owner('GET', '/accounts')).body.find(({ role }: { role: Role }) => role === 'owner')
  const answer = await owner('PUT', `/accounts/${account.id}`, { name: account.name, role: 'staff', active: true })
  expect([answer.status, answer.body.code]).toEqual([409, 'last_owner'])
})
