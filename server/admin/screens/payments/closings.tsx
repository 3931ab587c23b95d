import { Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { useWords } from '../../words/words.ts'
import { ClosingLine } from './closing-line.tsx'
import { Section } from './section.tsx'

/** Days that were closed, and what was corrected, the newest first. */
export function Closings() {
  const { money: words } = useWords()
  const load = useQuery({ queryKey: ['closings'], queryFn: () => answerOf(api.closings.$get()) })
  return (
    <Section title={words.earlier}>
      <Loaded of={load} skeleton={<Skeleton h={60} />}>
        {(closings) =>
          closings.length === 0 ? (
            <Text size="sm">{words.noEarlier}</Text>
          ) : (
            closings.map((closing) => <ClosingLine key={closing.id} closing={closing} named />)
          )
        }
      </Loaded>
    </Section>
  )
}
