import { Anchor, Skeleton, Text } from '@mantine/core'
import { Link } from 'react-router'
import { formatVnd } from '../../../../shared/money.ts'
import type { Difference } from '../../answers.ts'
import { useCustomerBeside } from '../../parts/address.ts'
import { Entry } from '../../parts/entry.tsx'
import { useFormats } from '../../parts/formats.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { useWords } from '../../words/words.ts'
import { Section } from './section.tsx'
import { useDifferences } from './use-differences.ts'

/** Where money and what it is for differ: why, and where it is mended. */
export function Differences() {
  const { differences: words } = useWords()
  const load = useDifferences()
  return (
    <Section title={words.title} hint={words.hint}>
      <Loaded of={load} skeleton={<Skeleton h={24} />}>
        {({ differences }) =>
          differences.length === 0 ? (
            <Text size="sm">{words.none}</Text>
          ) : (
            differences.map((each) => <OneDifference key={`${each.why} ${each.id}`} difference={each} />)
          )
        }
      </Loaded>
    </Section>
  )
}

function OneDifference({ difference }: { difference: Difference }) {
  const { differences: words, today } = useWords()
  const { stamp } = useFormats()
  const { why, vnd, since, customer, what, code, forKind, words: said } = difference
  const order = forKind === 'order' && code ? words.order(code) : null
  const whose = forKind ? [customer ?? today.noCustomer, order ?? what] : [words.nobody]
  return (
    <Entry
      title={words.why[why]}
      value={formatVnd(vnd)}
      under={[...whose, why === 'payback' ? null : said, words.since(stamp(since))]}
    >
      <Text size="sm" my={4}>
        {words.todo[why]} <Mend difference={difference} />
      </Text>
    </Entry>
  )
}

/** The way to where it is mended. */
function Mend({ difference: { why, forKind, forId, customerId } }: { difference: Difference }) {
  const { go } = useWords().differences
  const { open } = useCustomerBeside()
  if (why === 'unplaced') return <Anchor href="#notices">{go.notices}</Anchor>
  if (why === 'payback' || why === 'held') return <Anchor href="#paybacks">{go.paybacks}</Anchor>
  if (forKind === 'order' && forId)
    return (
      <Anchor component={Link} to={`/orders?order=${forId}`}>
        {go.order}
      </Anchor>
    )
  if (!customerId) return null
  return (
    <Anchor component="button" type="button" onClick={() => open(customerId)}>
      {go.customer}
    </Anchor>
  )
}
