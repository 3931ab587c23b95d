import type { InferResponseType } from 'hono/client'
import type { Hours } from '../../answers.ts'
import type { api } from '../../api.ts'

/** The names of what the catalog's routes answer; the shapes are the server's own. */
export type Resource = InferResponseType<(typeof api.resources)['$get'], 200>[number]
export type Question = InferResponseType<(typeof api)['intake-questions']['$get'], 200>[number]
export type SpecialDay = Hours['specialDays'][number]
export type BlockedTime = Hours['blockedTimes'][number]
export type Holiday = Hours['holidays'][number]
export type ShopSettings = InferResponseType<(typeof api.settings)['$get'], 200>
