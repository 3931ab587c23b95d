/** `priceVnd 950000 → 990000, …`: what differs between before and after, out of the log's own record. */
export function changesOf(detail: string): string {
  const { before, after } = JSON.parse(detail) as { before: unknown; after: unknown }
  if (!isRecord(after))
    return [before, after]
      .filter((side) => side !== null && side !== undefined)
      .map(show)
      .join(' → ')
  const old = isRecord(before) ? before : {}
  return Object.entries(after)
    .filter(([name, value]) => show(value) !== show(old[name]))
    .map(([name, value]) => (name in old ? `${name} ${show(old[name])} → ${show(value)}` : `${name} ${show(value)}`))
    .join(', ')
}

const isRecord = (side: unknown): side is Record<string, unknown> =>
  typeof side === 'object' && side !== null && !Array.isArray(side)

const show = (value: unknown) => (typeof value === 'object' ? JSON.stringify(value) : String(value))
