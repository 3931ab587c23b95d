import { expect, test } from 'vitest'
import { readConfig } from '../server/config.ts'
import { credentials } from './support/credentials.ts'

test('without anything said there is a stand-in on loopback and a file', () => {
  expect(readConfig({})).toMatchObject({
    standIn: true,
    host: '127.0.0.1',
    port: 3000,
    databaseUrl: 'file:data/shop.db',
  })
})

test('with credentials Zalo is real, and only its own origins are let in', () => {
  const config = readConfig({ ...credentials, PUBLIC_URL: 'https://tiem.vn/' })
  expect(config).toMatchObject({
    standIn: false,
    publicUrl: 'https://tiem.vn',
    zalo: { urls: { graph: 'https://graph.zalo.me' } },
  })
  expect(config.miniAppOrigins).toEqual(['https://h5.zdn.vn', 'zbrowser://h5.zdn.vn'])
})

test.each([
  [
    'the pretend Zalo beside the real one',
    { ...credentials, STAND_IN: 'true' },
    /STAND_IN and ZALO_APP_ID are both set/,
  ],
  ['half of the credentials', { ZALO_APP_ID: '1' }, /ZALO_APP_SECRET is not set/],
  ['a database elsewhere without a key', { DATABASE_URL: 'libsql://shop.example' }, /^SECRET_KEY is not set/],
  ['a key that is none', { SECRET_KEY: 'abc' }, /^SECRET_KEY is not usable/],
  ['a port that is none', { PORT: 'abc' }, /^PORT is not usable/],
  ['an address that is none', { DATABASE_URL: 'mysql://x' }, /^DATABASE_URL is not usable/],
])('%s is refused with a sentence that names the variable', (_, variables, sentence) => {
  expect(() => readConfig(variables)).toThrow(sentence)
})

test.each(['libsql://shop.example', 'https://shop.example', 'file:/tmp/shop.db'])('%s is a database', (url) => {
  expect(readConfig({ DATABASE_URL: url, SECRET_KEY: 'ab'.repeat(32) }).databaseUrl).toBe(url)
})

test('how much shoppers may write is the shop’s to say, also without a limit', () => {
  expect(readConfig({}).writesPerMinute).toEqual({ customer: 30, shop: 600 })
  const said = { SHOP_WRITES_PER_MINUTE: '0', CUSTOMER_WRITES_PER_MINUTE: '90' }
  expect(readConfig(said).writesPerMinute).toEqual({ customer: 90, shop: 0 })
  expect(() => readConfig({ SHOP_WRITES_PER_MINUTE: 'many' })).toThrow(/^SHOP_WRITES_PER_MINUTE is not usable/)
})
