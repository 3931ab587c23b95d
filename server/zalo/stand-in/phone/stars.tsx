/** @jsxImportSource preact */
import './stars.css'
import { useState } from 'preact/hooks'
import type { Survey } from '../template.ts'
import { act } from './api.ts'
import type { MessageProps } from './message.tsx'

/** Five stars, the answers that go with them, a note; sent once. */
export function Stars({ message, person, survey, onDone }: MessageProps & { survey: Survey }) {
  const [stars, setStars] = useState(0)
  const [choices, setChoices] = useState<string[]>([])
  const [note, setNote] = useState('')
  const [problem, setProblem] = useState('')
  if (message.stars) return <Thanks stars={message.stars} thanks={survey.thanks} />

  const level = survey.levels[stars - 1]
  const toggle = (answer: string) =>
    setChoices(choices.includes(answer) ? choices.filter((each) => each !== answer) : [...choices, answer])
  const send = async (event: Event) => {
    event.preventDefault()
    const isDone = await act(person, 'rating', { messageId: message.id, stars, note, choices })
    setProblem(isDone ? '' : 'Chưa gửi được, vui lòng thử lại.')
    onDone()
  }

  return (
    <form class="rating" onSubmit={send}>
      <fieldset class="stars">
        <legend>{survey.question}</legend>
        {survey.levels.map(({ name }, index) => (
          <label key={name}>
            <input
              type="radio"
              class="unseen"
              name={message.id}
              checked={stars === index + 1}
              onChange={() => {
                setStars(index + 1)
                setChoices([])
              }}
            />
            <span aria-hidden="true">{index < stars ? '★' : '☆'}</span>
            <span class="unseen">
              {index + 1} sao: {name}
            </span>
          </label>
        ))}
      </fieldset>
      {level && (
        <>
          <p>{level.name}</p>
          <div class="answers">
            {level.answers.map((answer) => (
              <button
                key={answer}
                type="button"
                class="quiet"
                aria-pressed={choices.includes(answer)}
                onClick={() => toggle(answer)}
              >
                {answer}
              </button>
            ))}
          </div>
          <label>
            Ghi chú
            <textarea rows={2} maxLength={500} value={note} onInput={(event) => setNote(event.currentTarget.value)} />
          </label>
          <button type="submit" class="strong">
            Gửi ý kiến
          </button>
        </>
      )}
      {problem && <p role="alert">{problem}</p>}
    </form>
  )
}

function Thanks({ stars, thanks }: { stars: number; thanks: string }) {
  return (
    <p class="thanks">
      <span role="img" aria-label={`${stars} sao`}>
        {'★'.repeat(stars) + '☆'.repeat(5 - stars)}
      </span>
      {thanks}
    </p>
  )
}
