import { useState } from 'react'
import { newId } from '../shared/ids.ts'
import { drop, keep, recall } from './storage.ts'

type Draft<T> = T & { id: string }

const kept = 'drafts'

/**
 * What somebody is about to send, with the id it will have. Both outlive a lost network and a closed app, so that
 * sending again is the same booking or the same rating. `finish` is for when it has arrived.
 */
export function useDraft<T extends object>(name: string, empty: T) {
  const [draft, set] = useState<Draft<T>>(() => ({ ...empty, id: newId(), ...all()[name] }) as Draft<T>)

  function change(part: Partial<T>) {
    const next = { ...draft, ...part }
    set(next)
    keep(kept, { ...all(), [name]: next })
  }

  /** Puts the id on the shelf before the first try. */
  const hold = () => keep(kept, { ...all(), [name]: draft })

  function finish() {
    const { [name]: _sent, ...others } = all()
    keep(kept, others)
  }

  return { draft, change, hold, finish }
}

const all = () => recall<Record<string, object>>(kept) ?? {}

/** After a booking was cancelled its old id must not come back, and another person must not find one's words. */
export const forgetDrafts = () => drop(kept)
