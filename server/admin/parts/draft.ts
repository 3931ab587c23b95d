import { type ChangeEvent, useState } from 'react'
import type { Problem } from '../api.ts'

type Typed = string | ChangeEvent<HTMLInputElement | HTMLTextAreaElement>

/**
 * What is being typed into a form. It is kept until the form goes away, also when the server says no; the server's
 * sentence stands under its field until that field changes.
 */
export function useDraft<Values extends object>(initial: Values, problem: Problem | null) {
  const [values, setValues] = useState(initial)
  const [changedAfter, setChangedAfter] = useState<{ problem: Problem; field: keyof Values }[]>([])

  function set<Field extends keyof Values>(field: Field, value: Values[Field]) {
    setValues((before) => ({ ...before, [field]: value }))
    if (problem) setChangedAfter((before) => [...before, { problem, field }])
  }
  const errorOf = (field: keyof Values) =>
    problem?.field === field && !changedAfter.some((change) => change.problem === problem && change.field === field)
      ? problem.message
      : undefined

  return {
    values,
    set,
    errorOf,
    text: (field: TextFields<Values>) => ({
      value: values[field] as string,
      error: errorOf(field),
      onChange: (typed: Typed) =>
        set(field, (typeof typed === 'string' ? typed : typed.currentTarget.value) as Values[typeof field]),
    }),
    number: (field: NumberFields<Values>) => ({
      value: values[field] as number | '',
      error: errorOf(field),
      onChange: (typed: number | string) =>
        set(field, (typeof typed === 'number' ? typed : '') as Values[typeof field]),
    }),
    check: (field: FlagFields<Values>) => ({
      checked: values[field] as boolean,
      onChange: (event: ChangeEvent<HTMLInputElement>) =>
        set(field, event.currentTarget.checked as Values[typeof field]),
    }),
  }
}

type FieldsOf<Values, Kind> = { [Field in keyof Values]: Values[Field] extends Kind ? Field : never }[keyof Values]
type TextFields<Values> = FieldsOf<Values, string>
type NumberFields<Values> = FieldsOf<Values, number | ''>
type FlagFields<Values> = FieldsOf<Values, boolean>
