import type { Wait } from '../../api.ts'
import { useDays } from '../../days.ts'
import { useWords } from '../../language.ts'

/** The parts of a day one can wait for; minutes from midnight, the last start included. */
export const stretches = {
  all: [0, 1439],
  morning: [0, 719],
  afternoon: [720, 1079],
  evening: [1080, 1439],
} as const satisfies Record<string, readonly [number, number]>
export type Stretch = keyof typeof stretches

/** How a wait is named: its day, and which part of it. */
export function useWaitWords() {
  const words = useWords()
  const days = useDays()
  return {
    when({ day, fromMinute, toMinute }: Pick<Wait, 'day' | 'fromMinute' | 'toMinute'>) {
      const name = (Object.keys(stretches) as Stretch[]).find(
        (each) => stretches[each][0] === fromMinute && stretches[each][1] === toMinute,
      )
      const own = fromMinute === toMinute ? [fromMinute] : [fromMinute, toMinute]
      const part = name ? words.wait.stretches[name] : own.map(clockOf).join('–')
      return words.at(part, days.day(day))
    },
  }
}

/** `09:30` */
export const clockOf = (minute: number) =>
  `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** Minutes from midnight; undefined for what is no time. */
export function minuteIn(clock: string): number | undefined {
  const [, hours, minutes] = /^(\d{2}):(\d{2})/.exec(clock) ?? []
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes)
}
