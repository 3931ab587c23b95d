import type { ValidationTargets } from 'hono'
import { validator } from 'hono-openapi'
import type { z } from 'zod'
import { Answer } from './problem.ts'

/** Parses one part of a request once; what does not fit is answered with 400, the field and why. */
export const validated = <Schema extends z.ZodType, Target extends keyof ValidationTargets>(
  target: Target,
  schema: Schema,
) =>
  validator(target, schema, (result) => {
    if (result.success) return
    const issue = result.error[0] as z.core.$ZodIssue
    const keys = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
    const field = [...issue.path, ...keys].join('.') || target
    throw new Answer('bad_input', field, issue.code === 'custom' ? issue.message : issue.code)
  })
