import { Text } from '@mantine/core'
import { useWords } from '../../words/words.ts'
import { useAsked } from './use-asked.ts'

type Props = {
  own: number | null
  other: number | null
  show: (value: number) => string
  /** Whether more is better, or less. */
  better: 'more' | 'less'
}

/** How a figure stands to the one it is held against, in words and with an arrow. */
export function Against({ own, other, show, better }: Props) {
  const { insights } = useWords()
  const { against } = useAsked()
  if (own === null || other === null) return null
  const rose = own > other
  const isSame = show(own) === show(other)
  const isBetter = rose === (better === 'more')
  const words = insights.comparedTo[against]
  if (isSame) return insights.same(words, show(other))
  return (
    <Text span size="sm" c={isBetter ? 'var(--good)' : 'var(--bad)'}>
      <span aria-hidden>{rose ? '▲' : '▼'}</span>{' '}
      {(rose ? insights.more : insights.less)(show(other), words, isBetter ? insights.better : insights.worse)}
    </Text>
  )
}
