import { useFormats } from '../../parts/formats.ts'

/** One day, or the first and the last of several. */
export function useDaySpan() {
  const { fullDay } = useFormats()
  return (from: string, to: string) => (from === to ? fullDay(from) : `${fullDay(from)} – ${fullDay(to)}`)
}
