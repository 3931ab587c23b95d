import { type LayoutFault, layoutRules } from '../../../../shared/layout-lint.ts'
import type { Layout, Misfit } from '../../../../shared/message-templates.ts'
import { misfitWords } from '../../../../shared/message-templates.ts'
import { language, type Words } from '../../words/words.ts'

/** Zalo may say more than we know; then its own word stands. */
const wordOf = (known: Record<string, string>, word: string) => known[word] ?? word
export const statusOf = (status: string, { templates }: Words) => wordOf(templates.status, status)
export const levelOf = (level: string, { templates }: Words) => wordOf(templates.levels, level)
export const kindOf = (kind: string, { templates }: Words) => wordOf(templates.kind, kind)

const spoken = ([vi, en]: readonly [string, string]) => (language() === 'en' ? en : vi)
export const faultsAt = (faults: LayoutFault[], where: string) =>
  faults.filter((fault) => fault.where === where).map(({ rule }) => spoken(layoutRules[rule]))
export const misfitAt = (misfits: Misfit[], param: string) => {
  const found = misfits.find((misfit) => misfit.param === param)
  return found && spoken(misfitWords[found.why])
}

/** The words as one pastes them into Zalo's console, part by part. */
export const textOf = ({ title, paragraphs, rows, buttons }: Layout) =>
  [
    ...[title, ...paragraphs],
    ...rows.map(({ label, value }) => `${label}: ${value}`),
    ...buttons.map((button) => `[${button.title}]`),
  ].join('\n')
