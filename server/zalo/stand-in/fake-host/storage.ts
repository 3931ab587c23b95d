import { personKey } from './person.ts'

const prefix = `zapps:${window.APP_ID}:${personKey}:`
const browsers = storageOfBrowser()
const items = new Map<string, string>()
for (const key of Object.keys(browsers ?? {})) {
  if (key.startsWith(prefix)) items.set(key.slice(prefix.length), browsers!.getItem(key)!)
}

/** One person's storage, as on a phone of their own. Where the browser forbids it, it lasts as long as the page. */
export const personStorage: Storage = {
  get length() {
    return items.size
  },
  key: (index) => [...items.keys()][index] ?? null,
  getItem: (key) => items.get(String(key)) ?? null,
  setItem: (key, value) => {
    items.set(String(key), String(value))
    browsers?.setItem(prefix + key, String(value))
  },
  removeItem: (key) => {
    items.delete(String(key))
    browsers?.removeItem(prefix + key)
  },
  clear: () => {
    for (const key of [...items.keys()]) personStorage.removeItem(key)
  },
}

/** A frame of another site may be forbidden to touch storage at all. */
function storageOfBrowser() {
  try {
    return window.localStorage
  } catch {
    return undefined
  }
}
