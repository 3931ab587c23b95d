type Span = { startsAt: string; endsAt: string }

/** Where visits of one person overlap they stand side by side: the lane of each, and how many lanes there are. */
export function lanesOf<Item extends Span>(items: Item[]): { item: Item; lane: number; lanes: number }[] {
  const placed: { item: Item; lane: number; lanes: number }[] = []
  let group: typeof placed = []
  let groupEnd = ''
  for (const item of items.toSorted((a, b) => a.startsAt.localeCompare(b.startsAt))) {
    if (item.startsAt >= groupEnd) group = []
    const taken = group.filter((other) => other.item.endsAt > item.startsAt).map((other) => other.lane)
    const lane = [0, 1, 2, 3, 4, 5].find((free) => !taken.includes(free)) ?? 0
    const place = { item, lane, lanes: 1 }
    group.push(place)
    placed.push(place)
    const lanes = Math.max(...group.map((other) => other.lane)) + 1
    for (const other of group) other.lanes = lanes
    groupEnd = group.reduce((end, other) => (other.item.endsAt > end ? other.item.endsAt : end), '')
  }
  return placed
}
