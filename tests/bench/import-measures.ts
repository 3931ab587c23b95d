import { newId } from '../../shared/ids.ts'
import type { Ratios } from './measures.ts'
import { measuredServer } from './server.ts'
import { benchShop, nthSlot } from './shop.ts'

const rows = 100_000

/** Sales of 100,000 rows, entered by a server that takes bookings meanwhile: rows a second, and how long a booking waited at most. */
export async function importSheet(): Promise<Ratios> {
  const { url, people, staffToken, database } = await benchShop({ shoppers: 4000 })
  database.close()
  const server = await measuredServer(url)
  const cookie = { cookie: `khach-quen=${staffToken}`, 'x-requested-with': 'khach-quen' }
  const staff = (path: string, init: RequestInit = {}) =>
    fetch(`${server.url}/admin/api/batches${path}`, { ...init, headers: cookie })
  const id = newId()
  const query = new URLSearchParams({ id, name: 'sales.csv', kind: 'sales', channel: 'KiotViet' })
  const sent = await staff(`?${query}`, { method: 'POST', body: manySales() })
  if (sent.status !== 201) throw new Error(await sent.text())

  let isOver = false
  let longestMs = 0
  const others = async () => {
    for (let n = 0; !isOver; n++) {
      const headers = {
        'content-type': 'application/json',
        authorization: `Bearer ${people[n % people.length]!.token}`,
      }
      const body = JSON.stringify({ id: newId(), ...nthSlot(n) })
      const began = performance.now()
      const { status } = await fetch(`${server.url}/api/bookings`, { method: 'POST', headers, body })
      if (status !== 201) throw new Error(`A booking was answered with ${status}.`)
      longestMs = Math.max(longestMs, performance.now() - began)
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
  const began = performance.now()
  await staff(`/${id}/enter`, { method: 'POST' })
  const waiting = others()
  const state = async () => ((await (await staff(`/${id}`)).json()) as { state: string }).state
  while ((await state()) !== 'done') await new Promise((resolve) => setTimeout(resolve, 500))
  const seconds = (performance.now() - began) / 1000
  isOver = true
  await waiting
  await server.stop()
  return { import_rows_per_second: rows / seconds, import_wait_ms: longestMs }
}

/** Two lines a sale, to one of 5,000 people, over two years. */
function manySales(): string {
  const lines = ['Mã hóa đơn,Thời gian,Khách hàng,Điện thoại,Tên hàng,Số lượng,Đơn giá']
  for (let n = 0; n < rows; n++) {
    const sale = Math.floor(n / 2)
    const day = `${1 + (sale % 28)}/${1 + (Math.floor(sale / 28) % 12)}/${2024 + (Math.floor(sale / 336) % 2)}`
    lines.push(`HD${sale},${day} 14:30,Khách ${sale % 5000},09${12_000_000 + (sale % 5000)},Món ${n % 20},1,85.000`)
  }
  return lines.join('\n')
}
