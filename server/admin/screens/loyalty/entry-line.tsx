import { Skeleton, Stack, Text, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { formatNumber } from '../../../../shared/money.ts'
import type { CustomerFile } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { Entry } from '../../parts/entry.tsx'
import { useFormats } from '../../parts/formats.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { useWords } from '../../words/words.ts'
import { explanationOf } from './explain.ts'
import { LotActs } from './lot-acts.tsx'
import { isMove, signed } from './signed.ts'

type Props = { customerId: string; entry: CustomerFile['entries'][number] }

/** One line of the ledger, which opens to say how it came about. */
export function EntryLine({ customerId, entry }: Props) {
  const words = useWords()
  const { stamp } = useFormats()
  const [opened, { toggle }] = useDisclosure(false)
  const { reason, points, about, at } = entry
  const neutral = isMove(entry) || points === 0
  const Icon = opened ? IconChevronUp : IconChevronDown
  return (
    <>
      <UnstyledButton
        display="block"
        w="100%"
        aria-expanded={opened}
        aria-label={words.explain.why(words.loyalty.reason[reason], stamp(at))}
        onClick={toggle}
      >
        <Entry
          title={
            <>
              {words.loyalty.reason[reason]} <Icon size={14} aria-hidden style={{ verticalAlign: -2 }} />
            </>
          }
          value={isMove(entry) ? formatNumber(points) : signed(points)}
          tone={neutral ? 'dimmed' : points > 0 ? 'var(--good)' : 'var(--bad)'}
          under={[entry.sum.thanks && words.thanks[entry.sum.thanks], about, stamp(at)]}
        />
      </UnstyledButton>
      {opened && <WhyLine customerId={customerId} entryId={entry.id} />}
    </>
  )
}

function WhyLine({ customerId, entryId }: { customerId: string; entryId: string }) {
  const words = useWords()
  const { date, dayAt } = useFormats()
  const load = useQuery({
    queryKey: ['points', customerId, entryId],
    queryFn: () => answerOf(api.customers[':id'].points[':entryId'].$get({ param: { id: customerId, entryId } })),
  })
  return (
    <Stack gap={4} p={12} mb={8} bg="var(--quiet-ground)" style={{ borderRadius: 8 }}>
      <Loaded of={load} skeleton={<Skeleton h={40} />}>
        {(entry) => (
          <>
            {explanationOf(entry, { words, dayOn: (instant) => date(dayAt(instant)) }).map((sentence) => (
              <Text key={sentence} size="sm">
                {sentence}
              </Text>
            ))}
            <LotActs lots={entry.lots} />
          </>
        )}
      </Loaded>
    </Stack>
  )
}
