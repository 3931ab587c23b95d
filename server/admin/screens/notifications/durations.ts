import type { Words } from '../../words/words.ts'

export type Unit = keyof Words['triggers']['unit']
export const unitMinutes = { minutes: 1, hours: 60, days: 1440 } satisfies Record<Unit, number>

/** The largest unit in which a stretch of minutes is a whole number: 120 is two hours, 90 is ninety minutes. */
export function inUnits(minutes: number): { count: number; unit: Unit } {
  const unit = (['days', 'hours'] as const).find((unit) => minutes > 0 && minutes % unitMinutes[unit] === 0)
  return { count: minutes / unitMinutes[unit ?? 'minutes'], unit: unit ?? 'minutes' }
}

/** `2 giờ`; nothing for no time at all. */
export function spoken(minutes: number, words: Words): string {
  const { count, unit } = inUnits(minutes)
  return minutes === 0 ? '' : words.triggers.duration(count, unit)
}
