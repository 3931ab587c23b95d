import { insightLayouts } from '../../../shared/insight-layouts.ts'
import { fieldsIn } from '../../../shared/message-templates.ts'
import { orderLayouts } from '../../../shared/order-layouts.ts'
import { template } from './new-template.ts'
import type { Button, Template } from './template.ts'

/** Zalo counts them as promotions. */
const asksToCome = ['offer_given', 'come_again']

/** What is said of orders and the money for them, to many at once and to the shop, after the templates of points. */
export const orderTemplates = (link: (title: string, path: string) => Button): Template[] =>
  Object.entries({ ...orderLayouts, ...insightLayouts }).map(
    (
      [
        intent,
        {
          title,
          paragraphs: [paragraph],
          rows,
          buttons,
        },
      ],
      i,
    ) => {
      const said = [title, paragraph!, ...rows.map(({ value }) => value), ...buttons.map(({ content }) => content)]
      return template(String(300023 + i), title, [...new Set(said.flatMap(fieldsIn))], {
        ...{ title, paragraph: paragraph!, rows, tag: asksToCome.includes(intent) ? 3 : 1 },
        buttons: buttons.map((button) => link(button.title, button.content)),
      })
    },
  )
