import { addDays } from '../../../../shared/time.ts'
import { useAddress } from '../../parts/address.ts'
import { useFormats } from '../../parts/formats.ts'

const isDay = (text: string) => /^20\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))

/** Which days are looked at, as the address says: this month until today, last month, or others. */
export function usePeriod() {
  const { get, set } = useAddress()
  const { today } = useFormats()
  const thisMonth = { from: `${today.slice(0, 8)}01`, to: today }
  const lastDay = addDays(thisMonth.from, -1)
  const kind = get('period') === 'last' || get('period') === 'free' ? get('period') : 'this'
  const free = {
    from: isDay(get('from')) ? get('from') : thisMonth.from,
    to: isDay(get('to')) ? get('to') : today,
  }
  const days = kind === 'free' ? free : kind === 'last' ? { from: `${lastDay.slice(0, 8)}01`, to: lastDay } : thisMonth
  return {
    kind,
    ...days,
    isReversed: days.from > days.to,
    /** Other dates begin as those that were looked at. */
    choose: (next: string) =>
      set(
        next === 'free'
          ? { period: next, ...days }
          : { period: next === 'last' ? next : undefined, from: undefined, to: undefined },
      ),
    setDays: (changed: { from?: string; to?: string }) => set(changed, true),
  }
}
