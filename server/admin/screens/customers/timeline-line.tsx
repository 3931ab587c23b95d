import { Text } from '@mantine/core'
import { formatVnd } from '../../../../shared/money.ts'
import type { TimelineEntry } from '../../answers.ts'
import { Entry } from '../../parts/entry.tsx'
import { useFormats } from '../../parts/formats.ts'
import { useWords, type Words } from '../../words/words.ts'
import { signed } from '../loyalty/signed.ts'

/** One line of the history: of what kind, what it was about, how it ended or how much it was. */
export function TimelineLine({ line }: { line: TimelineEntry }) {
  const words = useWords()
  const { stamp } = useFormats()
  const { title, value, text } = saidOf(line, words)
  return (
    <Entry title={title} value={value} under={[words.profiles.timeline.kinds[line.kind], stamp(line.at)]}>
      {text && <Text size="sm">{text}</Text>}
    </Entry>
  )
}

const wordOf = (words: object, key: string) => (words as Record<string, string>)[key] ?? key

type Said = { title: string; value?: string; text?: string }

function saidOf({ kind, what, state, amount }: TimelineEntry, words: Words): Said {
  const { timeline } = words.profiles
  if (kind === 'visit') {
    const isDone = state === 'completed' && amount !== null
    return { title: what, value: isDone ? formatVnd(amount) : wordOf(words.today.status, state) }
  }
  if (kind === 'order') return { title: what, value: wordOf(words.orders.status, state), text: formatVnd(amount ?? 0) }
  if (kind === 'points') return { title: what || timeline.kinds.points, value: signed(amount ?? 0) }
  if (kind === 'feedback') return { title: timeline.stars(amount ?? 0), text: what }
  if (kind === 'consent') return { title: wordOf(timeline.consents, what), value: timeline.states[state] }
  if (kind === 'segment') return { title: wordOf(words.segments.names, what), value: timeline.states[state] }
  if (kind === 'profile') return { title: what, value: timeline.states[state] }
  if (state === 'wrote') return { title: timeline.states.wrote ?? '', text: what }
  return { title: wordOf(words.messages.intent, what), value: wordOf(words.messages.state, state) }
}
