import { createContext, use } from 'react'
import type { Role } from '../../shared/staff.ts'
import type { Session } from './answers.ts'

export const SessionContext = createContext<Session | undefined>(undefined)

export function useSession(): Session {
  const session = use(SessionContext)
  if (!session) throw new Error('There is no session outside the signed-in pages')
  return session
}

/** From the most to the least. Listed here since the list of the server brings its whole schema library along. */
export const roles = Object.keys({ owner: 0, manager: 1, staff: 2 } satisfies Record<Role, number>) as Role[]

/** Whether the one signed in may do what at least this role may; the server checks again. */
export function useMay() {
  const { account } = useSession()
  return (least: Role) => roles.indexOf(account.role) <= roles.indexOf(least)
}
