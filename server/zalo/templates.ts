import { z } from 'zod'
import { answered, ifGiven, wireId, wireInstant, wireNumber } from './wire.ts'
import type { Asking } from './zalo.ts'

const statusNumbers = { ENABLE: 1, PENDING_REVIEW: 2, REJECT: 3, DISABLE: 4 }

const List = z.object({
  error: z.literal(0),
  metadata: z.object({ total: wireNumber }),
  data: z.array(
    z.object({
      templateId: wireId,
      templateName: z.string(),
      createdTime: wireInstant,
      status: z.string(),
      templateQuality: ifGiven(z.string()),
    }),
  ),
})

export interface TemplatePage {
  offset: number
  /** At most 100. */
  limit: number
  status?: keyof typeof statusNumbers
}

/** GET /template/all: the templates of the Official Account, with how many there are in all. */
export async function templates(asking: Asking, { offset, limit, status }: TemplatePage) {
  const query = new URLSearchParams({ offset: String(offset), limit: String(limit) })
  if (status) query.set('status', String(statusNumbers[status]))
  const { data, metadata } = await asking('business', `/template/all?${query}`, List)
  const found = data.map(({ templateId, templateName, createdTime, status, templateQuality }) => ({
    id: templateId,
    name: templateName,
    createdAt: createdTime,
    status,
    quality: templateQuality,
  }))
  return { total: metadata.total, templates: found }
}

const Param = z
  .object({
    name: z.string(),
    require: z.boolean(),
    type: z.string(),
    maxLength: wireNumber,
    minLength: wireNumber,
    acceptNull: ifGiven(z.boolean()),
  })
  .transform(({ require: required, acceptNull, ...param }) => ({
    ...param,
    required,
    acceptsNull: acceptNull ?? false,
  }))

const Detail = answered(
  z.object({
    templateId: wireId,
    templateName: z.string(),
    status: z.string(),
    templateTag: ifGiven(z.string()),
    templateQuality: ifGiven(z.string()),
    timeout: ifGiven(wireNumber),
    previewUrl: ifGiven(z.string().min(1)),
    listParams: z
      .array(Param)
      .nullish()
      .transform((params) => params ?? []),
    listButtons: z
      .array(z.object({ type: wireNumber, title: z.string(), content: ifGiven(z.string()) }))
      .nullish()
      .transform((buttons) => buttons ?? []),
    price: ifGiven(wireNumber),
    price_sdt: ifGiven(wireNumber),
    price_uid: ifGiven(wireNumber),
  }),
)

/** GET /template/info/v2: the real limits of a template's parameters, and its prices in đồng without VAT. */
export async function templateInfo(asking: Asking, id: string) {
  const { data } = await asking('business', `/template/info/v2?${byTemplate(id)}`, Detail)
  return {
    id: data.templateId,
    name: data.templateName,
    status: data.status,
    tag: data.templateTag,
    quality: data.templateQuality,
    timeoutMs: data.timeout,
    previewUrl: data.previewUrl,
    params: data.listParams,
    buttons: data.listButtons.map((button) => ({ ...button, content: button.content ?? '' })),
    priceVnd: data.price,
    priceByPhoneVnd: data.price_sdt,
    priceByUserVnd: data.price_uid,
  }
}

const Sample = answered(z.record(z.string(), z.union([z.string(), z.number().transform(String)])))

/** GET /template/sample-data: an example of each parameter. */
export async function templateSample(asking: Asking, id: string) {
  return (await asking('business', `/template/sample-data?${byTemplate(id)}`, Sample)).data
}

const Tags = answered(z.array(z.string()))

/** GET /message/template-tag: which kinds of content the Official Account may send. */
export async function templateTags(asking: Asking) {
  return (await asking('business', '/message/template-tag', Tags)).data
}

const byTemplate = (id: string) => new URLSearchParams({ template_id: id })
