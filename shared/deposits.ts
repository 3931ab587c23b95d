import { z } from 'zod'
import { line } from './fields.ts'

/** service: it asks for one · risk: this customer did not come too often. */
export const depositWhys = ['service', 'risk'] as const
/**
 * awaited · paid · waived: the shop lets it go · lapsed: not paid in time · used: part of what the visit cost · kept: the
 * customer did not come, or cancelled too late · returned: given back, whole or in part, by the rules.
 */
export const depositStates = ['awaited', 'paid', 'waived', 'lapsed', 'used', 'kept', 'returned'] as const
export type DepositState = (typeof depositStates)[number]

export const DepositWaiver = z.strictObject({ reason: line(200) })
