/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { type PhoneState, travel } from './api.ts'

const hour = 60
const journeys = [
  ['+1 giờ', hour],
  ['+1 ngày', 24 * hour],
  ['+1 tuần', 7 * 24 * hour],
] as const

/** The shop's clock, and a way to a later hour of it. */
export function Future({ state, onDone }: { state: PhoneState; onDone: () => Promise<void> }) {
  const [isAway, setIsAway] = useState(false)
  const [problem, setProblem] = useState('')
  const go = async (minutes: number) => {
    setIsAway(true)
    setProblem((await travel(minutes)) ? '' : 'Chưa đi được, vui lòng thử lại.')
    await onDone()
    setIsAway(false)
  }
  return (
    <fieldset class="future" aria-busy={isAway}>
      <legend>Đi tới tương lai</legend>
      <p>
        Đồng hồ của cửa hàng: <strong>{clockOf(state.now)}</strong>
      </p>
      {state.canTravel && (
        <div>
          {journeys.map(([name, minutes]) => (
            <button key={name} type="button" class="quiet" disabled={isAway} onClick={() => go(minutes)}>
              {name}
            </button>
          ))}
        </div>
      )}
      {problem && <p role="alert">{problem}</p>}
    </fieldset>
  )
}

const clock = new Intl.DateTimeFormat('vi-VN', {
  weekday: 'long',
  hour: '2-digit',
  minute: '2-digit',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  timeZone: 'Asia/Ho_Chi_Minh',
})

function clockOf(now: string) {
  return clock.format(new Date(now))
}
