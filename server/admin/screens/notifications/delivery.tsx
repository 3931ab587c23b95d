import { Group, Text } from '@mantine/core'
import { formatVnd } from '../../../../shared/money.ts'
import type { Message } from '../../answers.ts'
import { useFormats } from '../../parts/formats.ts'
import { Stars } from '../../parts/stars.tsx'
import { useWords } from '../../words/words.ts'

type Props = { message: Pick<Message, 'route' | 'costVnd' | 'sentAt' | 'seenAt' | 'clickedAt' | 'stars'> }

/** Which way a message went, what it cost, and what the customer did with it. */
export function Delivery({ message: { route, costVnd, sentAt, seenAt, clickedAt, stars } }: Props) {
  const words = useWords().sending
  const { stamp } = useFormats()
  const facts = [
    route && words.route[route],
    sentAt && (costVnd > 0 ? formatVnd(costVnd) : words.free),
    clickedAt ? words.clicked(stamp(clickedAt)) : seenAt && words.seen(stamp(seenAt)),
  ].filter(Boolean)
  if (facts.length === 0 && stars === null) return null
  return (
    <Group gap={8}>
      <Text size="xs" c="dimmed">
        {facts.join(' · ')}
      </Text>
      {stars !== null && <Stars rating={stars} />}
    </Group>
  )
}
