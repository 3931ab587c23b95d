import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { Mood } from '../mood-routes.ts'
import type { PhoneState } from '../phone-routes.ts'

export type { Mood, PhoneState }
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
export async function act(
  person: Person,
  what: 'messages' | 'following' | 'revoke' | 'seen' | 'rating' | 'press',
  body: object,
) {
  return (await tell('POST', `phone/${person.key}/${what}`, body)) !== undefined
}

export const loadMood = async (): Promise<Mood | undefined> => {
  const answer = await fetch('/stand-in/mood').catch(() => undefined)
  return answer?.ok ? answer.json() : undefined
}

/** The whole mood after a change of parts of it; undefined if the change was refused. */
export const setMood = async (part: object): Promise<Mood | undefined> => (await tell('PUT', 'mood', part))?.json()

/** Moves the shop's clock; false if it stayed where it was. */
export const travel = async (minutes: number) => (await tell('POST', 'time', { minutes })) !== undefined

async function tell(method: string, path: string, body: object) {
  const answer = await fetch(`/stand-in/${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => undefined)
  return answer?.ok ? answer : undefined
}
