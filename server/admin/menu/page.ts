import { type ComponentType, lazy } from 'react'
import type { Role } from '../../../shared/staff.ts'

/** A page of the menu: its part, its address, the least role that may open it, its screen. */
export type MenuPage = {
  name: string
  part: string
  path: string
  role: Role
  icon: ComponentType
  Screen: ComponentType
}

export function screen<Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) {
  return lazy(async () => ({ default: (await load())[name] }))
}
