import { newId } from '../../shared/ids.ts'
import { type Customer, type TestShop, wish } from './shop.ts'

export const pictures = {
  'image/jpeg': Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex'),
  'image/png': Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
  'image/webp': Buffer.from('524946461a000000574542505650384c', 'hex'),
}
export const jpeg = pictures['image/jpeg']

export const allow = (customer: Customer, granted = true) => customer('PUT', '/me/consents/photos', { granted })
export const bearer = ({ token }: Customer) => ({ headers: { authorization: `Bearer ${token}` } })

/** A customer's visit and the desk that takes its pictures. */
export async function visitOf(shop: TestShop, key = 'lan', time = '10:00') {
  const lan = await shop.customer(key)
  const asked = wish(time)
  await lan('POST', '/bookings', asked)
  return { lan, bookingId: asked.id, ...(await deskOf(shop, asked.id)) }
}

export async function deskOf(shop: TestShop, bookingId: string) {
  const desk = await shop.staff()
  return {
    async add(bytes: Buffer, { id = newId(), moment = 'before' } = {}, type = 'image/jpeg') {
      const answer = await shop.app.request(`/admin/api/bookings/${bookingId}/photos?id=${id}&moment=${moment}`, {
        method: 'POST',
        headers: { ...desk.headers, 'content-type': type, 'content-length': String(bytes.length) },
        body: new Uint8Array(bytes),
      })
      const text = await answer.text()
      return { status: answer.status, body: text ? JSON.parse(text) : undefined }
    },
    list: async () => (await desk('GET', `/bookings/${bookingId}/photos`)).body,
    look: async (id: string) => await shop.app.request(`/admin/api/photos/${id}`, { headers: desk.headers }),
    remove: (id: string) => desk('DELETE', `/photos/${id}`),
  }
}
