import { expect, test } from 'vitest'
import { openZalo } from './support/zalo.ts'

test('every text, table, button and survey has the lengths that Zalo allows', () => {
  const { standIn } = openZalo()

  for (const template of standIn.templates) {
    const { title, paragraph, rows, buttons, params, survey } = template
    expect(title).toMatch(/^.{9,65}$/)
    expect(title.match(/<\w+>/g)?.length ?? 0).toBeLessThanOrEqual(4)
    expect(paragraph).toMatch(/^.{9,400}$/)
    expect(paragraph.match(/<\w+>/g)?.length ?? 0).toBeLessThanOrEqual(10)
    expect(rows.length).toBeGreaterThanOrEqual(2)
    expect(rows.length).toBeLessThanOrEqual(8)
    for (const { label, value } of rows) {
      expect(label).toMatch(/^.{3,36}$/)
      expect(value).toMatch(/^.{3,90}$/)
    }
    expect(buttons.length).toBeLessThanOrEqual(2)
    for (const button of buttons) expect(button.title).toMatch(/^.{5,30}$/)
    for (const { name, sample, maxLength } of params) {
      expect(JSON.stringify([title, paragraph, rows, buttons])).toContain(`<${name}>`)
      expect(sample.length).toBeLessThanOrEqual(maxLength)
    }
    expect(survey?.levels.length ?? 5).toBe(5)
    expect(survey?.question ?? '').toMatch(/^.{0,100}$/)
    expect(survey?.thanks ?? '').toMatch(/^.{0,100}$/)
    for (const { answers } of survey?.levels ?? []) {
      expect(answers.length).toBeLessThanOrEqual(5)
      for (const answer of answers) expect(answer).toMatch(/^.{1,50}$/)
    }
    expect(JSON.stringify(template)).not.toMatch(/anh\/chị/i)
  }
})
