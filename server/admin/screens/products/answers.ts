import type { InferResponseType } from 'hono/client'
import type { api } from '../../api.ts'

/** The names of what the products' routes answer; the shapes are the server's own. */
export type Product = InferResponseType<(typeof api.products)['$get'], 200>[number]
export type StockMove = InferResponseType<(typeof api.products)[':id']['stock']['$get'], 200>['moves'][number]
export type DiningTable = InferResponseType<(typeof api.tables)['$get'], 200>[number]
