import type { InferResponseType } from 'hono/client'
import type { api } from '../../api.ts'

/** The names of what the orders' routes answer; the shapes are the server's own. */
export type Order = InferResponseType<(typeof api.orders)['open']['$get'], 200>[number]
export type WholeOrder = InferResponseType<(typeof api.orders)[':id']['$get'], 200>
export type OrderLine = WholeOrder['lines'][number]
