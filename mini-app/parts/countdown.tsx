import { useEffect, useState } from 'react'
import { useDays } from '../days.ts'
import { useWords } from '../language.ts'
import './countdown.css'
import { Icon } from './icon.tsx'

/** Seconds until a moment of this phone's clock, in milliseconds; 0 once it has passed. */
export function useSecondsLeft(until: number): number {
  const [left, set] = useState(() => secondsTo(until))
  useEffect(() => {
    set(secondsTo(until))
    const tick = setInterval(() => set(secondsTo(until)), 1000)
    return () => clearInterval(tick)
  }, [until])
  return left
}

const secondsTo = (until: number) => Math.max(0, Math.ceil((until - Date.now()) / 1000))

/** How long a time is kept. Eyes see every second; ears hear until when, and once more in the last minute. */
export function Countdown({ until, left }: { until: number; left: number }) {
  const words = useWords()
  const days = useDays()
  const clock = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`
  return (
    <p className={left > 60 ? 'countdown' : 'countdown countdown-last'}>
      <Icon name="clock" size={20} />
      <span role="status">{words.hold.until(days.clock(new Date(until).toISOString()))}</span>
      <b aria-hidden="true">{words.hold.left(clock)}</b>
      <span className="unseen" role="status">
        {left > 0 && left <= 60 && words.hold.lastMinute}
      </span>
    </p>
  )
}
