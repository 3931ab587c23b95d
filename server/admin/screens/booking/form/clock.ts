/** `09:30` as minutes from midnight. */
export function minutesOfClock(clock: string): number {
  const [hour, minute] = clock.split(':').map(Number)
  return hour! * 60 + minute!
}
