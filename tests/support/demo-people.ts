import { newId } from '../../shared/ids.ts'
import { miniAppOf, type openDemoShop } from './browser.ts'

type Demo = Awaited<ReturnType<typeof openDemoShop>>

/** Somebody of the stand-in's people, as their phone would ask. */
export async function customer({ url, standIn }: Demo, key: string) {
  let token = ''
  const ask = async (method: string, path: string, json?: object) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const answer = await fetch(`${url}/api${path}`, { method, headers, ...(json && { body: JSON.stringify(json) }) })
    return answer.status === 204 ? undefined : answer.json()
  }
  token = (await ask('POST', '/session', { accessToken: standIn.accessTokenOf(key) })).token
  const { services, staff } = await ask('GET', '/shop')
  const idOf = (list: { id: string; name: string }[], name: string) => list.find((each) => each.name === name)!.id
  const wanting = (name: string, by: string, startsAt: string) => ({
    id: newId(),
    parts: [{ serviceId: idOf(services, name), staffId: idOf(staff, by) }],
    startsAt,
  })
  return Object.assign(ask, {
    wanting,
    sharePhone: () =>
      ask('POST', '/me/phone', { code: standIn.phoneCodeOf(key), accessToken: standIn.accessTokenOf(key) }),
    book: (...visit: Parameters<typeof wanting>) => ask('POST', '/bookings', wanting(...visit)),
  })
}

/** The owner, signed in to the admin page. */
export async function boss({ open, url }: Demo) {
  const page = await open('/admin/')
  await page.getByRole('button', { name: 'Chủ tiệm' }).click()
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await page.getByRole('link', { name: 'Tin nhắn' }).first().waitFor()
  const headers = { 'x-requested-with': 'khach-quen' }
  return {
    get: (path: string) => page.request.get(`${url}/admin/api${path}`),
    post: (path: string, data: object) => page.request.post(`${url}/admin/api${path}`, { headers, data }),
  }
}

/** Minh's phone, with the shop's Mini App open on it. */
export async function minhsPhone(demo: Demo) {
  const phone = await demo.open('/phone')
  await phone.getByRole('button', { name: /Trần Văn Minh/ }).click()
  const app = await miniAppOf(phone, 'Trần Văn Minh')
  await app.getByRole('link', { name: /Cắt tóc nam/ }).waitFor()
  return { phone, app, chat: phone.getByRole('region', { name: 'Tiệm tóc Mây' }) }
}
