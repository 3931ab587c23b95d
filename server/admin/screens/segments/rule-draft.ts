import type { Condition, Rule } from '../../../../shared/segments.ts'

/** A rule while it is put together: each part has a number of its own, so that taking one out moves no other. */
export type Group = { id: number; any: boolean; parts: Part[] }
export type Asked = { id: number; condition: Condition }
export type Part = Group | Asked

let made = 0
const next = () => ++made

/** A rule may hold groups in groups three deep. */
export const deepest = 3

export const isGroup = (part: Part): part is Group => 'parts' in part
export const newAsked = (): Asked => ({ id: next(), condition: conditionOf('visits') })
export const newGroup = (): Group => ({ id: next(), any: true, parts: [newAsked()] })

export function draftOf(rule: Rule | undefined): Group {
  if (!rule) return { ...newGroup(), any: false }
  const parts = 'all' in rule ? rule.all : rule.any
  return {
    id: next(),
    any: 'any' in rule,
    parts: parts.map((part) => ('field' in part ? { id: next(), condition: part } : draftOf(part))),
  }
}

export function ruleOf({ any, parts }: Group): Rule {
  const inside = parts.map((part) => (isGroup(part) ? ruleOf(part) : part.condition))
  return any ? { any: inside } : { all: inside }
}

/** Whether each part says something. */
export const isWhole = ({ parts }: Group): boolean =>
  parts.length > 0 && parts.every((part) => (isGroup(part) ? isWhole(part) : isSaid(part.condition)))

function isSaid(condition: Condition) {
  if (condition.field === 'service') return condition.ids.length > 0
  if (condition.field === 'tier') return condition.is !== 'of' || condition.ids.length > 0
  return condition.field !== 'tag' || condition.tag.trim() !== ''
}

/** Fields that compare a number: how it is counted, and where it begins. */
export const numbers = {
  visits: { unit: 'times', value: 3 },
  net: { unit: 'vnd', value: 1_000_000 },
  spend_per_visit: { unit: 'vnd', value: 200_000 },
  last_visit: { unit: 'days', value: 60 },
  first_visit: { unit: 'days', value: 30 },
  points: { unit: 'points', value: 100 },
  no_shows: { unit: 'times', value: 2 },
  recency: { unit: 'mark', value: 4 },
  frequency: { unit: 'mark', value: 4 },
  monetary: { unit: 'mark', value: 4 },
} as const
type NumberField = keyof typeof numbers
export type NumberCondition = Extract<Condition, { field: NumberField }>
export const isNumber = (condition: Condition): condition is NumberCondition => condition.field in numbers

/** Fields that are one of a few. */
export const choices = {
  standing: ['active', 'late', 'left', 'never'],
  birthday_month: ['this', 'next'],
  tier: ['any', 'none', 'of'],
  service: ['ever', 'never', 'last'],
  tag: ['has', 'has_not'],
} as const

export function conditionOf(field: Condition['field']): Condition {
  if (field in numbers) {
    const number = field as NumberField
    return { field: number, is: 'at_least', value: numbers[number].value } as NumberCondition
  }
  switch (field) {
    case 'standing':
      return { field, is: 'late' }
    case 'birthday_month':
      return { field, is: 'this' }
    case 'tier':
      return { field, is: 'any', ids: [] }
    case 'service':
      return { field, is: 'ever', ids: [] }
    case 'tag':
      return { field, is: 'has', tag: '' }
    case 'wants_offers':
    case 'on_zalo':
      return { field, is: true }
    default:
      return { field: 'visits', is: 'at_least', value: 3 }
  }
}
