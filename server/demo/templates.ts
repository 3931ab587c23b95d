import { intentTemplates, zaloTemplates } from '../../drizzle/schema/index.ts'
import type { Layout } from '../../shared/message-templates.ts'
import { intents } from '../../shared/notifications.ts'
import type { Tx } from '../database.ts'
import type { Template } from '../zalo/stand-in/template.ts'
import { createTemplates } from '../zalo/stand-in/templates.ts'

/** The pretend Zalo's templates of intents stand in their order, with four between them that speak of none. */
const ofNone = ['300014', '300015', '300016', '300017']

/** One approved template an intent, as if the owner had chosen them. */
export async function chooseDemoTemplates(tx: Tx, miniAppId: string, now: Date) {
  const templates = createTemplates(miniAppId).filter(({ id }) => !ofNone.includes(id))
  for (const [i, intent] of intents.entries()) {
    const template = templates[i]!
    const { id, name, status, createdAt } = template
    await tx.insert(zaloTemplates).values({ id, name, status, createdAt, detail: detailOf(template), readAt: now })
    const params = Object.fromEntries(template.params.map((param) => [param.name, `<${param.name}>`]))
    await tx.insert(intentTemplates).values({ intent, templateId: id, params, layout: layoutOf(template, miniAppId) })
  }
}

const detailOf = ({ id, name, status, params, buttons, prices }: Template) => ({
  ...{ id, name, status, buttons, priceVnd: prices.phoneVnd },
  ...{ priceByPhoneVnd: prices.phoneVnd, priceByUserVnd: prices.uidVnd },
  params: params.map(({ sample: _, ...param }) => ({ ...param, required: true, minLength: 1, acceptsNull: false })),
})

const layoutOf = ({ title, paragraph, rows, buttons, survey }: Template, miniAppId: string): Layout => ({
  ...{ title, paragraphs: [paragraph], rows },
  buttons: buttons.map((button) => ({
    title: button.title,
    content: button.content.split(`/s/${miniAppId}`)[1] ?? '/',
  })),
  ...(survey && {
    rating: { question: survey.question, choices: survey.levels[4]!.answers, thanks: survey.thanks },
  }),
})
