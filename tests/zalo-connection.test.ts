import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { createZalo } from '../server/zalo/zalo.ts'
import { bookingMade, openZalo, zaloSettings } from './support/zalo.ts'

/** Sends a message to a server of real sockets, and tells what kind of fault came of it. */
async function faultAt(business: string) {
  const { store } = openZalo()
  const now = () => new Date('2026-01-05T08:00:00+07:00')
  const settings = { ...zaloSettings, urls: { ...zaloSettings.urls, business } }
  const zalo = createZalo({ fetch, settings: async () => settings, tokens: store, now })
  return zalo.sendTemplate(bookingMade('84912345678')).catch((fault) => fault.kind)
}

async function serverThat(answers: RequestListener) {
  const server = createServer(answers).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

test('a message is safe to send again when nobody was there, or the name of the host is unknown', async () => {
  const { server, url } = await serverThat(() => {})
  server.close()
  await once(server, 'close')

  expect(await faultAt(url)).toBe('retryable')
  expect(await faultAt('http://zalo.invalid')).toBe('retryable')
})

test('a connection that is cut after the message went out leaves the outcome unknown', async () => {
  const { url } = await serverThat((request) => request.socket.destroy())

  expect(await faultAt(url)).toBe('unknown')
})

test('a reply that says success without a message id leaves the outcome unknown', async () => {
  const { url } = await serverThat((_, reply) => reply.end('{"error":0,"message":"Success"}'))

  expect(await faultAt(url)).toBe('unknown')
})

test('a reply of more than 256 KB is not read to its end, and leaves the outcome unknown', async () => {
  const success = { error: 0, message: 'x'.repeat(300_000), data: { msg_id: 'm-1', sent_time: '1626926349402' } }
  const { url } = await serverThat((_, reply) => reply.end(JSON.stringify(success)))

  expect(await faultAt(url)).toBe('unknown')
})

test('a token is never carried along to where a reply redirects', async () => {
  const visitors: unknown[] = []
  const elsewhere = await serverThat((request, reply) => {
    visitors.push(request.headers.access_token)
    reply.end('{"error":0}')
  })
  const { url } = await serverThat((_, reply) => reply.writeHead(307, { location: elsewhere.url }).end())

  expect(await faultAt(url)).toBe('unknown')
  expect(visitors).toEqual([])
})
