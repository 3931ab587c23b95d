import { clockOf, dayOf, instantOf } from '../../../../../shared/time.ts'

/** The library of the calendar knows no zones: it is given what the shop's clock shows. */
export function wallOf(at: string | number | Date, zone: string): string {
  const instant = new Date(at)
  return `${dayOf(instant, zone)}T${clockOf(instant, zone)}:00`
}

/** And answers with dates whose local fields are what the shop's clock shows. */
export function instantOfWall(wall: Date, zone: string): Date {
  const day = [wall.getFullYear(), two(wall.getMonth() + 1), two(wall.getDate())].join('-')
  return instantOf(day, wall.getHours() * 60 + wall.getMinutes(), zone)
}

const two = (n: number) => String(n).padStart(2, '0')
