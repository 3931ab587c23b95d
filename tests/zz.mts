import { benchShop, nthSlot } from './bench/shop.ts'
import { load, measuredServer } from './bench/server.ts'
import { newId } from '../shared/ids.ts'
const { url, people } = await benchShop({ shoppers: 4000 })
const server = await measuredServer(url, [process.execPath, '--cpu-prof', '--cpu-prof-dir=/tmp/prof2', '--enable-source-maps', 'dist/server/cli.js', 'start'])
let slot = 0
const json = { 'content-type': 'application/json' }
const booking = (n: number) => ({ method: 'POST' as const, path: '/api/bookings', headers: { ...json, authorization: `Bearer ${people[n % people.length]!.token}` }, body: JSON.stringify({ id: newId(), ...nthSlot(slot++) }) })
await load(server, 500, booking, 201)
const a = server.cpuMicros()
await load(server, 4000, booking, 201)
console.log('cpu per booking', (server.cpuMicros() - a) / 4000)
const b = server.cpuMicros()
await load(server, 8000, () => ({ path: '/healthz' }), 200)
console.log('cpu per hello', (server.cpuMicros() - b) / 8000)
await server.stop()
