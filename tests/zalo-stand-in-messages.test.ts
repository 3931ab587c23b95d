import { createHash, createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { confirmation, openStandIn } from './support/stand-in.ts'

const lan = '84912345678'
const send = (body: object, path = '') => ['POST', `/business/message/template${path}`, body] as const

test.each<[string, object, number]>([
  ['a number that is none', confirmation({ phone: '0912345678' }), -108],
  ['an unknown template', confirmation({ template_id: '1' }), -109],
  ['a template under review', confirmation({ template_id: '300015' }), -131],
  ['a template that was refused', confirmation({ template_id: '300016' }), -131],
  ['a template that was switched off', confirmation({ template_id: '300017' }), -146],
  ['no data', confirmation({ template_data: {} }), -111],
  ['data of no known type', confirmation({ template_data: 'Lan' }), -112],
  ['a value of no known type', confirmation({}, { staff: 7 }), -112],
  ['a missing value', confirmation({}, { staff: undefined }), -1122],
  ['a value too long', confirmation({}, { staff: 'x'.repeat(31) }), -1121],
  ['a time of another form', confirmation({}, { time: '10 giờ' }), -1124],
  ['no tracking id', confirmation({ tracking_id: '' }), -132],
  ['a trial to somebody who is no administrator', confirmation({ mode: 'development' }), -127],
  ['an unknown way of sending', confirmation({ sending_mode: '2' }), -161],
  ['more than the quota of something that is no promotion', confirmation({ sending_mode: '3' }), -162],
  ['a number without Zalo', confirmation({ phone: '84977888999' }), -118],
  ['nothing wrong, and parameters Zalo does not know', confirmation({ colour: 'blue' }), 0],
])('%s is answered with its number', async (_, body, error) => {
  const { ask, standIn } = openStandIn()

  expect(await ask(...send(body))).toMatchObject({ error })
  expect(standIn.messages).toHaveLength(error === 0 ? 1 : 0)
})

test('a body that is no JSON is known from none', async () => {
  const { standIn, accessToken } = openStandIn()
  const url = 'http://zalo.test/business/message/template'
  const post = async (body: string) =>
    (await standIn.fetch(url, { method: 'POST', headers: { access_token: accessToken }, body })).json()

  expect(await post('{')).toMatchObject({ error: -122 })
  expect(await post('')).toMatchObject({ error: -121 })
})

test('night, an exhausted quota and a number with an order of its own are answered with their numbers', async () => {
  const night = openStandIn({ start: '2026-01-05T22:00:00+07:00' })
  expect(await night.ask(...send(confirmation()))).toMatchObject({ error: -133 })
  night.standIn.switches.nightRule = false
  expect(await night.ask(...send(confirmation()))).toMatchObject({ error: 0 })

  const { ask, standIn, pass } = openStandIn()
  standIn.switches.quota.daily = 1
  expect(await ask(...send(confirmation()))).toMatchObject({ data: { quota: { remainingQuota: '0' } } })
  expect(await ask(...send(confirmation()))).toMatchObject({ error: -144 })
  await pass(86_400 / 2 + 86_400 / 4)
  expect(await ask('GET', '/business/message/quota')).toMatchObject({ data: { remainingQuota: 1 } })

  for (const code of [-114, -118, -119, -139, -141]) {
    standIn.trouble.forPhone(lan, code)
    standIn.switches.nightRule = false
    expect(await ask(...send(confirmation()))).toMatchObject({ error: code })
  }
})

test('a number may be sent in secret: its receipt knows the secret only', async () => {
  const { ask, standIn, posts } = openStandIn()
  const hash_phone = createHash('sha256').update(lan).digest('hex')

  const sent = await ask(...send(confirmation({ phone: undefined, hash_phone }), '/hashphone'))
  await standIn.settled()

  expect(standIn.inboxOf('lan')).toMatchObject([{ id: sent.data.msg_id }])
  expect(posts[0]!.json).toMatchObject({ recipient: { id: hash_phone }, message: { msg_id: sent.data.msg_id } })
  expect(await ask(...send(confirmation({ hash_phone: lan }), '/hashphone'))).toMatchObject({ error: -108 })
  const nobodys = createHash('sha256').update('84900000000').digest('hex')
  expect(await ask(...send(confirmation({ hash_phone: nobodys }), '/hashphone'))).toMatchObject({ error: -118 })
})

test('receipts come once, twice, later, before the answer, or never', async () => {
  const { ask, standIn, posts, pass } = openStandIn()
  const postsAfter = async (receipts: 'once' | 'twice' | 'early' | 'never', receiptDelayMs = 0) => {
    Object.assign(standIn.switches, { receipts, receiptDelayMs })
    posts.length = 0
    const { data } = await ask(...send(confirmation()))
    const early = posts.length
    await standIn.settled()
    const status = (await ask('GET', `/business/message/status?message_id=${data.msg_id}`)).data.status
    return { early, posted: posts.length, status }
  }

  expect(await postsAfter('early')).toEqual({ early: 1, posted: 1, status: 1 })
  expect(await postsAfter('once')).toMatchObject({ posted: 1, status: 1 })
  expect(await postsAfter('twice')).toMatchObject({ posted: 2 })
  expect(posts[0]!.text).toBe(posts[1]!.text)
  expect(posts[0]!.headers.get('x-zevent-server')).toBe('ZNS')
  expect(await postsAfter('never')).toEqual({ early: 0, posted: 0, status: 0 })
  expect(await postsAfter('once', 5000)).toEqual({ early: 0, posted: 0, status: 0 })
  await pass(5)
  expect(posts).toHaveLength(1)
  expect(await ask('GET', '/business/message/status?message_id=none')).toMatchObject({ data: { status: -1 } })
})

test('an early receipt has been answered before the message is', async () => {
  let answered = 0
  const { ask, standIn } = openStandIn({
    fetch: async () => {
      await new Promise(setImmediate)
      answered += 1
      return new Response('')
    },
  })
  standIn.switches.receipts = 'early'

  await ask(...send(confirmation()))

  expect(answered).toBe(1)
})

test('an app that demands its proof answers nobody without one', async () => {
  const { ask, standIn, accessToken } = openStandIn()
  standIn.switches.messageProof = true
  const quota = (headers: object = {}) =>
    ask('GET', '/business/message/quota', undefined, { access_token: accessToken, ...headers })
  const account = (headers: object = {}) =>
    ask('GET', '/openapi/v2.0/oa/getoa', undefined, { access_token: accessToken, ...headers })

  expect(await quota()).toMatchObject({ error: -1241 })
  expect(await account()).toMatchObject({ error: -242 })
  const proof = { appsecret_proof: createHmac('sha256', 'the-app-secret').update(accessToken).digest('hex') }
  expect(await quota(proof)).toMatchObject({ error: 0 })
  expect(await account(proof)).toMatchObject({ error: 0 })
})

test('a bearer token alone is no token', async () => {
  const { ask, accessToken } = openStandIn()
  const bearer = { authorization: `Bearer ${accessToken}` }

  expect(await ask('GET', '/business/message/quota', undefined, bearer)).toMatchObject({ error: -124 })
  expect(await ask('GET', '/openapi/v2.0/oa/getoa', undefined, bearer)).toMatchObject({ error: -216 })
})

test('the list of templates is read by pages and by status', async () => {
  const { ask, standIn } = openStandIn()
  const list = (query: string) => ask('GET', `/business/template/all?${query}`)

  expect(await list('offset=31&limit=5')).toMatchObject({
    data: [{ templateId: '300032' }, { templateId: '300033' }],
    metadata: { total: standIn.templates.length },
  })
  expect(await list('offset=0&limit=100&status=3')).toMatchObject({
    data: [{ templateId: '300016', status: 'REJECT' }],
    metadata: { total: 1 },
  })
  expect(await list('offset=0&limit=101')).toMatchObject({ error: -132 })
  expect(await ask('GET', '/business/template/info/v2?template_id=300016')).toMatchObject({
    data: { status: 'REJECT', reason: expect.stringMatching(/\p{L}/u), templateTag: 'PROMOTION' },
  })
})
