import { formatVnd } from '../../../../shared/money.ts'
import type { Closing } from '../../answers.ts'
import { Entry } from '../../parts/entry.tsx'
import { useFormats } from '../../parts/formats.ts'
import { useWords } from '../../words/words.ts'
import { differenceOf } from './difference.ts'

/** A closing: what was counted, how it stood beside the books, and who says so. */
export function ClosingLine({ closing, named = false }: { closing: Closing; named?: boolean }) {
  const words = useWords()
  const { day, stamp } = useFormats()
  const { countedVnd, expectedVnd, note, who, at } = closing
  const difference = differenceOf(countedVnd, expectedVnd, words)
  return (
    <Entry
      title={named ? day(closing.day) : difference}
      value={formatVnd(countedVnd)}
      under={[
        named ? difference : undefined,
        note,
        countedVnd === expectedVnd ? undefined : words.money.against(formatVnd(expectedVnd)),
        words.money.closedBy(who ?? '', stamp(at)),
      ]}
    />
  )
}
