import type { Random } from './random.ts'
import { men, surnames, women } from './salon.ts'

/** How somebody comes back, in days from visit to visit; `visits` is when they stop. */
type Habit = { everyDays: number; spreadDays: number; visits: number }

export type DemoCustomer = {
  id: string
  name: string
  phone: string
  habit: Habit
  firstVisitDaysAgo: number
  likes: number
  likesStaff: number
}

/** Regulars, people who come now and then, people who came once, and people who stopped. */
export function demoCustomers(random: Random, count: number): DemoCustomer[] {
  const names = new Set<string>()
  return Array.from({ length: count }, (_, i) => {
    const isWoman = random.next() < 0.65
    return {
      id: random.id(),
      name: newName(random, isWoman, names),
      phone: `+84${random.pick(['90', '91', '93', '96', '97', '98', '32', '35', '70', '77', '83', '85'])}${String(1_000_000 + i * 7919 + random.below(7000)).slice(-7)}`,
      habit: newHabit(random),
      firstVisitDaysAgo: 1 + Math.floor(random.next() ** 0.5 * 180),
      likes: isWoman
        ? random.weighted([
            [0, 8],
            [4, 5],
            [5, 4],
            [6, 2],
            [7, 1],
            [8, 3],
            [9, 2],
            [10, 1],
            [11, 1],
            [3, 2],
          ])
        : random.weighted([
            [1, 12],
            [4, 3],
            [2, 2],
            [8, 1],
          ]),
      likesStaff: random.weighted([
        [0, 4],
        [1, 3],
        [2, 3],
        [3, 2],
      ]),
    }
  })
}

function newName(random: Random, isWoman: boolean, taken: Set<string>): string {
  const { middles, given } = isWoman ? women : men
  for (;;) {
    const name = `${random.weighted(surnames)} ${random.pick(middles)} ${random.pick(given)}`
    if (taken.has(name)) continue
    taken.add(name)
    return name
  }
}

const newHabit = (random: Random): Habit =>
  random.weighted<Habit>([
    [{ everyDays: random.around(9, 3), spreadDays: 3, visits: 99 }, 18], // a wash every week or so
    [{ everyDays: random.around(22, 7), spreadDays: 6, visits: 99 }, 26],
    [{ everyDays: random.around(60, 15), spreadDays: 18, visits: 99 }, 16],
    [{ everyDays: 0, spreadDays: 0, visits: 1 }, 24],
    [{ everyDays: random.around(20, 8), spreadDays: 6, visits: 2 + random.below(3) }, 16],
  ])
