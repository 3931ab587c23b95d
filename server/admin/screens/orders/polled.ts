const soonMs = 15_000
const lateMs = 5 * 60_000

/** Looks every quarter of a minute, every minute behind other tabs, and ever more rarely while it fails. */
export const polled = {
  refetchIntervalInBackground: true,
  refetchInterval: ({ state }: { state: { errorUpdateCount: number; status: string } }) => {
    const everyMs = document.hidden ? 4 * soonMs : soonMs
    return state.status === 'error' ? Math.min(lateMs, everyMs * 2 ** Math.min(5, state.errorUpdateCount)) : everyMs
  },
}
