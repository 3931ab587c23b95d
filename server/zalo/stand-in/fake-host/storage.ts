interface Question {
  mpds_action: string
  mpds_data: { keys?: string[]; map?: Record<string, string> }
}

const prefix = `mpds:${window.APP_ID}:`
const ours = () => Object.keys(localStorage).filter((key) => key.startsWith(prefix))

/** Zalo's storage for a Mini App, asked for by message or, by nativeStorage, at once. */
export function answerStorage({ mpds_action, mpds_data }: Question) {
  const { keys = [], map = {} } = mpds_data
  switch (mpds_action) {
    case 'mpds.get': {
      const found = keys.map((key) => [key, localStorage.getItem(prefix + key)]).filter(([, value]) => value !== null)
      return { error_code: 0, data: { mpds_data: { map: Object.fromEntries(found) } } }
    }
    case 'mpds.set':
      for (const [key, value] of Object.entries(map)) localStorage.setItem(prefix + key, value)
      return { error_code: 0, data: { mpds_data: { error_keys: [] } } }
    case 'mpds.get.size': {
      const size = ours().reduce((sum, key) => sum + key.length + (localStorage.getItem(key)?.length ?? 0), 0)
      return { error_code: 0, data: { mpds_data: { size } } }
    }
    case 'mpds.remove.key':
      for (const key of keys) localStorage.removeItem(prefix + key)
      return { error_code: 0, data: { mpds_data: { error_keys: [] } } }
    case 'mpds.clear.appData':
      for (const key of ours()) localStorage.removeItem(key)
      return { error_code: 0, data: {} }
    default:
      return { error_code: -100, error_message: 'Unknown storage action' }
  }
}
