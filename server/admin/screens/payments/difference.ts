import { formatVnd } from '../../../../shared/money.ts'
import type { Words } from '../../words/words.ts'

/** What was counted beside what the books say, in đồng. */
export const differenceOf = (countedVnd: number, expectedVnd: number, { money }: Words) =>
  countedVnd === expectedVnd
    ? money.agrees
    : countedVnd > expectedVnd
      ? money.over(formatVnd(countedVnd - expectedVnd))
      : money.short(formatVnd(expectedVnd - countedVnd))
