import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { demoLogins } from '../server/demo/logins.ts'
import { credentials } from './support/credentials.ts'
import { run, startServer } from './support/process.ts'

test('a first start without configuration is a demo shop with its three doors', async () => {
  const server = await startServer(emptyFile())
  for (const path of ['/', '/phone', '/admin/', '/readme', '/api/shop'])
    expect([path, (await fetch(server.url + path)).status]).toEqual([path, 200])
  const door = await (await fetch(`${server.url}/admin/api/door`)).json()
  expect(door.demo).toHaveLength(3)
  expect(await server.kill('SIGTERM')).toBe(0)
})

test.each([
  ['with real credentials', credentials],
  ['with the stand-in switched off', { STAND_IN: 'false' }],
])('%s there is no stand-in, no demo, and a link that makes the owner', async (_, variables) => {
  const server = await startServer(emptyFile(), variables)
  const [, token] = server.said().match(/\/admin\/first\?token=([\w-]+)/)!
  for (const path of ['/phone', '/stand-in/graph/v2.0/me', '/zapps/3/'])
    expect([path, (await fetch(server.url + path)).status]).toEqual([path, 404])
  expect((await (await fetch(`${server.url}/admin/api/door`)).json()).demo).toEqual([])
  const owner = await fetch(`${server.url}/admin/api/owner`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-requested-with': 'khach-quen' },
    body: JSON.stringify({ token, name: 'Chủ', email: 'chu@tiem.vn', password: 'mat-khau-du-dai' }),
  })
  expect(owner.status).toBe(201)
})

test('on an address that others reach the pretend Zalo is warned about', async () => {
  const server = await startServer(emptyFile(), { HOST: '0.0.0.0' })
  expect(server.said()).toMatch(/Warning: .* 0\.0\.0\.0/)
})

test('a configuration that cannot be is refused before anything is opened', async () => {
  const { code, said } = await run(['start'], { ...credentials, STAND_IN: '1', DATABASE_URL: `file:${emptyFile()}` })
  expect([code, said]).toEqual([2, expect.stringContaining('STAND_IN and ZALO_APP_ID are both set')])
})

function emptyFile() {
  const folder = mkdtempSync(join(tmpdir(), 'khach-quen-start-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'shop.db')
}

test('keys are rotated while the server runs, and what they sealed still opens', async () => {
  const file = emptyFile()
  const server = await startServer(file)
  const keyFile = join(dirname(file), 'secret.key')
  const keys = () => readFileSync(keyFile, 'utf8').trim().split('\n')
  const [first] = keys()
  expect(statSync(keyFile).mode & 0o777).toBe(0o600)

  for (const _ of [1, 2])
    expect(await run(['rotate-keys'], { DATABASE_URL: `file:${file}` })).toMatchObject({ code: 0 })

  expect(keys()).toHaveLength(2)
  expect(keys()).not.toContain(first)
  const standing = await (
    await fetch(`${server.url}/admin/api/zalo/standing`, { headers: await signIn(server.url) })
  ).json()
  expect(standing).toContainEqual(expect.objectContaining({ piece: 'token', standing: 'works' }))
})

/** The demo's owner. */
async function signIn(url: string) {
  const headers = { 'content-type': 'application/json', 'x-requested-with': 'khach-quen' }
  const { email, password } = demoLogins.find(({ role }) => role === 'owner')!
  const answer = await fetch(`${url}/admin/api/session`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ email, password }),
  })
  return { ...headers, cookie: answer.headers.get('set-cookie')!.split(';')[0]! }
}
