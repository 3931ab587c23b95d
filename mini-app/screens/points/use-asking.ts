import { languageNow, useWords } from '../../language.ts'
import { asking as en } from '../../words/en-asking.ts'
import { asking as vi } from '../../words/vi-asking.ts'

/** Words that come with these screens alone, not with the first one. */
export function useAsking() {
  useWords() // drawn anew when the language changes
  return languageNow() === 'en' ? en : vi
}
