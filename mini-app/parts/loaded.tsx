import type { ReactNode } from 'react'
import { useWords } from '../language.ts'
import type { Loading } from '../load.ts'
import { Button } from './button.tsx'
import './loaded.css'
import { type Saying, sentenceOf } from './saying.ts'

type LoadedProps<T> = { of: Loading<T>; shape: ReactNode; children: (answer: T) => ReactNode }

/** What was asked for; its grey shape while it is on its way; or why it did not come, and a way to try again. */
export function Loaded<T>({ of, shape, children }: LoadedProps<T>) {
  const words = useWords()
  if (of.answer !== undefined) return <>{children(of.answer)}</>
  if (of.problem) {
    return (
      <div className="problem-card" role="alert">
        <p>{sentenceOf(of.problem, words)}</p>
        <Button look="soft" icon="again" onPress={of.again}>
          {words.again}
        </Button>
      </div>
    )
  }
  return (
    <div className="shape" aria-busy="true">
      <span className="unseen">{words.loading}</span>
      {shape}
    </div>
  )
}

/** Why an act did not come about, beside the button that began it. */
export function ActProblem({ of }: { of: Saying }) {
  const words = useWords()
  return (
    of.problem && (
      <p className="problem-line" role="alert">
        {sentenceOf(of.problem, words)}
      </p>
    )
  )
}
