import type { Shop } from '../../api.ts'
import { useWords } from '../../language.ts'
import { Card } from '../../parts/card.tsx'
import { Chips } from '../../parts/chips.tsx'
import { Field } from '../../parts/field.tsx'
import type { Wish } from '../../wish.ts'

type Question = Shop['questions'][number]

/** What the shop asks of everybody, and of who books one of these services. */
export const questionsFor = ({ parts }: Wish, questions: Question[]) =>
  questions.filter(({ serviceId }) => serviceId === null || parts.some((part) => part.serviceId === serviceId))

type IntakeProps = {
  questions: Question[]
  answers: Record<string, string>
  onAnswer: (id: string, answer: string) => void
}

export function Intake({ questions, answers, onAnswer }: IntakeProps) {
  const words = useWords().intake
  if (questions.length === 0) return null
  return (
    <Card>
      <h2 className="confirm-title">{words.title}</h2>
      {questions.map((question) => (
        <Asked
          key={question.id}
          question={question}
          answer={answers[question.id] ?? ''}
          onAnswer={(answer) => onAnswer(question.id, answer)}
        />
      ))}
    </Card>
  )
}

type AskedProps = { question: Question; answer: string; onAnswer: (answer: string) => void }

function Asked({ question: { question, kind, choices, required }, answer, onAnswer }: AskedProps) {
  const words = useWords().intake
  const label = required ? words.required(question) : words.optional(question)
  if (kind === 'text') return <Field label={label} value={answer} maxLength={500} lines={2} onChange={onAnswer} />
  const offered = kind === 'choice' ? choices : [words.yes, words.no]
  return (
    <Chips
      label={label}
      choices={offered.map((value) => ({ value, text: value }))}
      chosen={answer || undefined}
      onChoose={onAnswer}
    />
  )
}
