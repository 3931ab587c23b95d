import { useCallback, useEffect, useReducer, useRef, useState } from 'react'
import { type Problem, problemOf } from './problem.ts'

export type Loading<T> = { answer: T | undefined; problem: Problem | undefined; again: () => void }

/** The last answers, so that a screen that was open before is drawn at once and only then asked for afresh. */
const answers = new Map<string, unknown>()
/** After a refusal: what was shown is no longer so. */
export const forgetAnswers = () => answers.clear()

/**
 * Asks when the screen opens, when `key` changes, when the network or the reader comes back. Gives the request up when
 * the screen goes. Without a key it waits. A problem does not hide the answer there was.
 */
export function useLoad<T>(key: string | undefined, ask: (signal: AbortSignal) => Promise<T>): Loading<T> {
  const [round, again] = useReducer((n: number) => n + 1, 0)
  const [outcome, settle] = useState<{ key: string; answer?: T; problem?: Problem }>()
  const asking = useRef(ask)
  asking.current = ask

  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` asks again
  useEffect(() => {
    if (key === undefined) return
    const gone = new AbortController()
    asking.current(gone.signal).then(
      (answer) => {
        if (gone.signal.aborted) return
        answers.set(key, answer)
        settle({ key, answer })
      },
      (thrown) => {
        if (!gone.signal.aborted)
          settle((before) => ({ ...(before?.key === key && before), key, problem: problemOf(thrown) }))
      },
    )
    return () => gone.abort()
  }, [key, round])

  useEffect(() => {
    const seen = () => document.visibilityState === 'visible' && again()
    addEventListener('online', again)
    document.addEventListener('visibilitychange', seen)
    return () => {
      removeEventListener('online', again)
      document.removeEventListener('visibilitychange', seen)
    }
  }, [])

  const current = key !== undefined && outcome?.key === key ? outcome : undefined
  const answer = current?.answer ?? (key === undefined ? undefined : (answers.get(key) as T | undefined))
  return { answer, problem: current?.problem, again }
}

export type Act<A extends unknown[]> = {
  run: (...input: A) => Promise<void>
  busy: boolean
  problem: Problem | undefined
}

/** Something the reader does. It runs once at a time; afterwards every screen asks afresh. */
export function useAct<A extends unknown[]>(work: (...input: A) => Promise<unknown>): Act<A> {
  const [state, become] = useState<{ busy: boolean; problem?: Problem }>({ busy: false })
  const running = useRef(false)
  const latest = useRef(work)
  latest.current = work

  const run = useCallback(async (...input: A) => {
    if (running.current) return
    running.current = true
    become({ busy: true })
    answers.clear() // a screen that the work opens must not be drawn from before it
    try {
      await latest.current(...input)
      answers.clear()
      become({ busy: false })
    } catch (thrown) {
      become({ busy: false, problem: problemOf(thrown) })
    } finally {
      running.current = false
    }
  }, [])

  return { run, busy: state.busy, problem: state.problem }
}
