import { Hono } from 'hono'
import { z } from 'zod'
import { isAuthorised } from './oauth.ts'
import { fill, type Param, type Template } from './templates.ts'
import { suffering } from './trouble.ts'
import type { Message, World } from './world.ts'

const Sending = z.object({
  phone: z.string().default(''),
  template_id: z.coerce.string().default(''),
  template_data: z.record(z.string(), z.unknown()).default({}),
  tracking_id: z.string().default(''),
  mode: z.string().optional(),
})
type Sending = z.infer<typeof Sending>

/** Template messages by phone number, with Zalo's checks in front of them. */
export function businessRoutes(world: World) {
  const ok = <T>(data: T) => ({ error: 0, message: 'Success', data })
  const no = (error: number, message: string) => ({ error, message })
  const templateOf = (id: string | undefined) => world.templates.find((template) => template.id === id)

  return new Hono()
    .use(suffering(world.trouble, 'business'))
    .use(async (c, next) => {
      if (!isAuthorised(world, c.req.header('access_token'))) return c.json(no(-124, 'Access token invalid'))
      return next()
    })
    .post('/message/template', async (c) => {
      const sending = Sending.safeParse(await c.req.json().catch(() => undefined)).data
      if (!sending) return c.json(no(-122, 'Body format invalid'))
      const code = refusalOf(world, sending)
      if (code !== 0) return c.json(no(code, 'Refused'))
      return c.json(ok(deliver(world, sending)))
    })
    .get('/message/status', (c) => {
      const message = world.messages.find(({ id }) => id === c.req.query('message_id'))
      if (!message) return c.json(ok({ delivery_time: '', message: 'Message not found', status: -1 }))
      const deliveredAt = message.deliveredAt?.getTime()
      return c.json(ok({ delivery_time: String(deliveredAt ?? ''), message: '', status: deliveredAt ? 1 : 0 }))
    })
    .get('/message/quota', (c) => {
      const { daily, used } = world.quota
      return c.json(ok({ dailyQuota: daily, remainingQuota: daily - used, dailyQuotaPromotion: null }))
    })
    .get('/template/all', (c) => {
      const data = world.templates.map(({ id, name, status }) => ({
        templateId: id,
        templateName: name,
        createdTime: 1767225600000,
        status,
        templateQuality: 'HIGH',
      }))
      return c.json({ ...ok(data), metadata: { total: data.length } })
    })
    .get('/template/info/v2', (c) => {
      const template = templateOf(c.req.query('template_id'))
      return c.json(template ? ok(detailOf(template)) : no(-109, 'Template not found'))
    })
    .get('/template/sample-data', (c) => {
      const template = templateOf(c.req.query('template_id'))
      if (!template) return c.json(no(-109, 'Template not found'))
      return c.json(ok(Object.fromEntries(template.params.map(({ name, sample }) => [name, sample]))))
    })
}

function detailOf({ id, name, status, params, buttons }: Template) {
  return {
    templateId: id,
    templateName: name,
    status,
    listParams: params.map(({ sample, ...param }) => ({ ...param, require: true, minLength: 1, acceptNull: false })),
    listButtons: buttons,
    timeout: 7_200_000,
    previewUrl: '',
    templateQuality: 'HIGH',
    templateTag: 'TRANSACTION',
    price: '300',
    price_sdt: '300',
    price_uid: '200',
  }
}

/** The number with which Zalo would refuse this message, or 0. */
function refusalOf(world: World, { phone, template_id, template_data, mode }: Sending) {
  if (!/^\+?84\d{9}$/.test(phone)) return -108
  const template = world.templates.find(({ id }) => id === template_id)
  if (!template) return -109
  if (template.status !== 'ENABLE') return -131
  for (const param of template.params) {
    const code = refusalOfParam(param, template_data[param.name])
    if (code !== 0) return code
  }
  const person = world.personBy('phone', phone.replace('+', ''))
  if (mode === 'development' && !person?.isAdmin) return -127
  const { day, hour } = inVietnam(world.now())
  if (world.switches.nightRule && (hour >= 22 || hour < 6)) return -133
  if (world.quota.day !== day) Object.assign(world.quota, { day, used: 0 })
  if (world.quota.used >= world.quota.daily) return -144
  const hasZalo = person?.hasZalo ?? world.switches.strangersHaveZalo
  return hasZalo ? world.trouble.ofPhone(phone.replace('+', '')) : -118
}

/** Characters are counted as they come: text that is not composed (NFC) counts for more. */
function refusalOfParam({ type, maxLength }: Param, value: unknown) {
  if (value === undefined || value === null || value === '') return -1122
  if (typeof value !== 'string') return -1124
  if ([...value].length > maxLength) return -1121
  const time = /^((\d{2}:\d{2}(:\d{2})? )?\d{2}\/\d{2}\/\d{4}|\d{2}:\d{2}(:\d{2})?|\d{2}\/\d{4})$/
  if (type === 'DATE' && !time.test(value)) return -1124
  return type === 'NUMBER' && !/^\d+$/.test(value) ? -1124 : 0
}

function deliver(world: World, { phone, template_id, template_data, tracking_id, mode }: Sending) {
  const number = phone.replace('+', '')
  const personKey = world.personBy('phone', number)?.key ?? number
  const template = fill(world.templates.find(({ id }) => id === template_id)!, template_data as Record<string, string>)
  const at = world.now()
  const { receipts } = world.switches
  const deliveredAt = receipts === 'never' ? undefined : at
  const id = world.newId()
  const message: Message = {
    id,
    personKey,
    kind: 'template',
    at,
    deliveredAt,
    text: template.title,
    template,
  }
  world.messages.push(message)
  if (mode !== 'development') world.quota.used += 1
  for (let n = receipts === 'twice' ? 2 : receipts === 'once' ? 1 : 0; n > 0; n -= 1) {
    world.webhooks.post('ZNS', {
      event_name: 'user_received_message',
      sender: { id: world.settings.oaId },
      recipient: { id: number },
      message: { delivery_time: String(at.getTime()), msg_id: id, tracking_id },
    })
  }
  const { daily, used } = world.quota
  const quota = { dailyQuota: String(daily), remainingQuota: String(daily - used) }
  return { msg_id: id, sent_time: String(at.getTime()), sending_mode: '1', quota }
}

function inVietnam(at: Date) {
  const local = new Date(at.getTime() + 7 * 3_600_000)
  return { day: local.toISOString().slice(0, 10), hour: local.getUTCHours() }
}
