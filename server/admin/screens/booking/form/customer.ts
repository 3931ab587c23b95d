import type { CustomerRow } from '../../../answers.ts'

/** Whom a visit is for: somebody known, somebody new, or nobody named. */
export type ForCustomer = { known?: CustomerRow; typed: string; isNew: boolean; name: string; phone: string }

export const nobody: ForCustomer = { typed: '', isNew: false, name: '', phone: '' }

/** Starts somebody new from what was typed into the search: a phone or a name. */
export function newOf(typed: string): ForCustomer {
  const isPhone = /^[+\d][\d\s.]*$/.test(typed.trim())
  return { ...nobody, isNew: true, ...(isPhone ? { phone: typed.trim() } : { name: typed.trim() }) }
}

export function wishOf({ known, isNew, name, phone }: ForCustomer) {
  if (known) return { customerId: known.id, newCustomer: null }
  if (!isNew) return { customerId: null, newCustomer: null }
  return { customerId: null, newCustomer: phone.trim() ? { name, phone } : { name } }
}
