import { newId } from '../shared/ids.ts'
import { drop, keep, recall } from './storage.ts'

const codeKept = 'invite'
const codeUsed = 'invite-used'
const deviceKept = 'device'

/** A link with `?invite=` opened the app: the code stays until it is used, however long they look around. */
export function noteInvite(query: URLSearchParams) {
  const code = query.get('invite')?.slice(0, 40)
  if (code && code !== recall(codeUsed)) keep(codeKept, code)
}
export const inviteKept = () => recall<string>(codeKept)

/** It has done what it can; its link, opened once more, says nothing new. */
export function dropInvite() {
  keep(codeUsed, inviteKept() ?? recall(codeUsed))
  drop(codeKept)
}

/** A random id that this phone keeps; it says nothing of the phone or who holds it. */
export function deviceId(): string {
  const known = recall<string>(deviceKept)
  if (known) return known
  const made = newId()
  keep(deviceKept, made)
  return made
}
