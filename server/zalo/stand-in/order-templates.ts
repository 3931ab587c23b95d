import { fieldsIn } from '../../../shared/message-templates.ts'
import { orderLayouts } from '../../../shared/order-layouts.ts'
import { template } from './new-template.ts'
import type { Button, Template } from './template.ts'

/** What is said of orders and the money for them, after the templates of points. */
export const orderTemplates = (link: (title: string, path: string) => Button): Template[] =>
  Object.values(orderLayouts).map(({ title, paragraphs: [paragraph], rows, buttons }, i) => {
    const said = [title, paragraph!, ...rows.map(({ value }) => value), ...buttons.map(({ content }) => content)]
    return template(String(300023 + i), title, [...new Set(said.flatMap(fieldsIn))], {
      ...{ title, paragraph: paragraph!, rows },
      buttons: buttons.map((button) => link(button.title, button.content)),
    })
  })
