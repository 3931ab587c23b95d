import { personStorage } from './storage.ts'

interface Question {
  mpds_action: string
  mpds_data: { keys?: string[]; map?: Record<string, string> }
}

const prefix = 'mpds:'
const found = (mpds_data: object) => ({ error_code: 0, data: { mpds_data } })

/** Zalo's own storage for a Mini App, asked for by message or, by nativeStorage, at once. */
export function answerStorage({ mpds_action, mpds_data }: Question) {
  const { keys = [], map = {} } = mpds_data
  switch (mpds_action) {
    case 'mpds.get': {
      const values = keys.map((key) => [key, personStorage.getItem(prefix + key)])
      return found({ map: Object.fromEntries(values.filter(([, value]) => value !== null)) })
    }
    case 'mpds.set':
      for (const [key, value] of Object.entries(map)) personStorage.setItem(prefix + key, value)
      return found({ error_keys: [] })
    case 'mpds.get.size':
      return found({ size: ours().reduce((sum, key) => sum + key.length + personStorage.getItem(key)!.length, 0) })
    case 'mpds.remove.key':
      for (const key of keys) personStorage.removeItem(prefix + key)
      return found({ error_keys: [] })
    case 'mpds.clear.appData':
      for (const key of ours()) personStorage.removeItem(key)
      return found({})
    default:
      return { error_code: -100, error_message: 'Unknown storage action' }
  }
}

function ours() {
  const keys = Array.from({ length: personStorage.length }, (_, index) => personStorage.key(index)!)
  return keys.filter((key) => key.startsWith(prefix))
}
