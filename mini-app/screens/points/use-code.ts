import { useEffect, useState } from 'react'
import { codeAt, digitsAt, fromBase64Url, memberKey, stepAt, stepSeconds } from '../../../shared/member-code.ts'

type Card = { ref: string; number: number; secret: string; behindMs: number }

/** The code of this half minute and how much of it is left, from 1 to 0. Rests while nobody sees the app. */
export function useCode({ ref, number, secret, behindMs }: Card) {
  const [now, look] = useState(() => Date.now() + behindMs)
  const [code, show] = useState<{ text: string; digits: string }>()
  const step = stepAt(now)

  useEffect(() => {
    const tick = () => document.visibilityState === 'visible' && look(Date.now() + behindMs)
    tick()
    const ticking = setInterval(tick, 1000)
    document.addEventListener('visibilitychange', tick)
    return () => {
      clearInterval(ticking)
      document.removeEventListener('visibilitychange', tick)
    }
  }, [behindMs])

  useEffect(() => {
    let isGone = false
    void (async () => {
      const key = await memberKey(fromBase64Url(secret))
      const [text, digits] = await Promise.all([codeAt(key, ref, step), digitsAt(key, { ref, number }, step)])
      if (!isGone) show({ text, digits })
    })()
    return () => {
      isGone = true
    }
  }, [ref, number, secret, step])

  return { code, left: step + 1 - now / 1000 / stepSeconds }
}
