import { useSyncExternalStore } from 'react'
import { keep, recall } from './storage.ts'
import { vi, type Words } from './words/vi.ts'

export type Language = 'vi' | 'en'

let language: Language = 'vi'
let words: Words = vi
const listeners = new Set<() => void>()

export const languageNow = () => language

/** The language somebody chose here, or else the one their Zalo speaks. */
export const preferredLanguage = (): Language =>
  recall<Language>('language') ?? (window.zLanguage?.startsWith('en') ? 'en' : 'vi')

/** English is fetched only for those who read it. */
export async function speak(wanted: Language) {
  words = wanted === 'en' ? (await import('./words/en.ts')).en : vi
  language = wanted
  document.documentElement.lang = wanted
  for (const listener of listeners) listener()
}

export async function chooseLanguage(wanted: Language) {
  await speak(wanted)
  keep('language', wanted)
}

export function useWords(): Words {
  return useSyncExternalStore(listen, () => words)
}

function listen(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
