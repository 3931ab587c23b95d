import { Skeleton, Text, Title } from '@mantine/core'
import { IconMail } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { formatNumber, formatVnd } from '../../../../shared/money.ts'
import type { Digest } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { Card } from '../../parts/card.tsx'
import { Entry } from '../../parts/entry.tsx'
import { useFormats } from '../../parts/formats.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { Notice } from '../../parts/notice.tsx'
import { useWords } from '../../words/words.ts'
import { percent } from '../insights/figure-formats.ts'

/** What the shop's own people were told, with the numbers of then, and what came of what was suggested. */
export function PastDigests() {
  const { ownerInbox: words, suggestions } = useWords()
  const load = useQuery({ queryKey: ['digests'], queryFn: () => answerOf(api.digests.$get()) })
  return (
    <>
      <Title order={2}>{words.past}</Title>
      <Loaded of={load} skeleton={<Skeleton h={200} maw={1000} />}>
        {(digests) =>
          digests.length === 0 ? (
            <Notice icon={IconMail} text={words.none} />
          ) : (
            <Card maw={1000}>
              {digests.map((digest) => (
                <PastDigest key={digest.id} digest={digest} />
              ))}
              <Text size="sm" c="dimmed" mt={12}>
                {suggestions.notProof}
              </Text>
            </Card>
          )
        }
      </Loaded>
    </>
  )
}

function PastDigest({ digest: { kind, figures, suggestion, at } }: { digest: Digest }) {
  const { ownerInbox: words } = useWords()
  const { stamp, date } = useFormats()
  const { from, until, netVnd, growth, retention, promotion, margin } = figures
  const share = (of: number | null) => (of === null ? words.unknown : percent(of))
  const numbers = [
    words.figures.net(formatVnd(netVnd)),
    growth !== null && words.figures.growth(`${growth > 0 ? '+' : ''}${percent(growth)}`),
    words.figures.retention(share(retention.value)),
    words.figures.promotion(share(promotion)),
    words.figures.margin(share(margin)),
  ]
  const title = kind === 'weekly' ? words.ofWeek(date(from), date(until)) : words.ofDay(date(until))
  return (
    <Entry title={title} value={stamp(at)}>
      <Text size="sm">{numbers.filter(Boolean).join(' · ')}</Text>
      {suggestion && <Suggested suggestion={suggestion} />}
    </Entry>
  )
}

function Suggested({ suggestion }: { suggestion: NonNullable<Digest['suggestion']> }) {
  const { ownerInbox, suggestions: words } = useWords()
  const { kind, people, state, returned, broughtVnd } = suggestion
  const decided = state === 'accepted' || state === 'ignored' ? words.states[state] : ownerInbox.undecided
  const brought =
    state === 'accepted' && people > 0 && words.brought(formatNumber(returned ?? 0), formatVnd(broughtVnd ?? 0))
  return (
    <Text size="sm" c="dimmed">
      {[ownerInbox.suggested(words.what[kind](formatNumber(people))), decided, brought].filter(Boolean).join(' · ')}
    </Text>
  )
}
