import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { PhoneState } from '../phone-routes.ts'

export type { PhoneState }
export type Person = PhoneState['people'][number]
export type Message = PhoneState['messages'][number]

const everyMs = 1000

/** The state of the stand-in, looked at each second while the page is in view; `look` looks at once. */
export function usePhoneState() {
  const [state, setState] = useState<PhoneState>()
  const [isLost, setIsLost] = useState(false)
  const shown = useRef('')

  const look = useCallback(async () => {
    const answer = await fetch('/stand-in/phone/state').catch(() => undefined)
    setIsLost(!answer?.ok)
    if (!answer?.ok) return
    const text = await answer.text()
    if (text === shown.current) return
    shown.current = text
    setState(JSON.parse(text))
  }, [])

  useEffect(() => {
    look()
    const timer = setInterval(() => document.hidden || look(), everyMs)
    return () => clearInterval(timer)
  }, [look])
  return { state, isLost, look }
}

/** Makes a person do something; false if it did not happen. */
export async function act(person: Person, what: 'messages' | 'following' | 'revoke', body: object) {
  const answer = await fetch(`/stand-in/phone/${person.key}/${what}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => undefined)
  return answer?.ok ?? false
}
