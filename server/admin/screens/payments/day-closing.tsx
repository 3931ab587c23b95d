import { Alert, Button, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { formatVnd } from '../../../../shared/money.ts'
import type { Money } from '../../answers.ts'
import { useMay } from '../../session.ts'
import { useWords } from '../../words/words.ts'
import { CloseDay } from './close-day.tsx'
import { ClosingLine } from './closing-line.tsx'
import { Section } from './section.tsx'
import { useDifferences } from './use-differences.ts'

/** How the day was closed, or the form that closes it. */
export function DayClosing({ money }: { money: Money }) {
  const { money: words, differences } = useWords()
  const differing = useDifferences().data?.differences.length ?? 0
  const mayClose = useMay()('manager')
  const [again, { open, close }] = useDisclosure(false)
  const { closing, expectedCashVnd } = money
  return (
    <Section title={words.closing}>
      {differing > 0 && (
        <Alert color="yellow" mb={12}>
          {differences.before(differing)}
        </Alert>
      )}
      {closing ? (
        <Stack gap={8}>
          <ClosingLine closing={closing} />
          {closing.expectedVnd !== expectedCashVnd && (
            <Alert color="yellow">{words.moved(formatVnd(expectedCashVnd))}</Alert>
          )}
          {mayClose && !again && (
            <Button variant="default" onClick={open} style={{ alignSelf: 'flex-end' }}>
              {words.again}
            </Button>
          )}
        </Stack>
      ) : (
        !mayClose && <Text size="sm">{words.notClosed}</Text>
      )}
      {mayClose && (!closing || again) && <CloseDay money={money} onCancel={closing ? close : undefined} />}
    </Section>
  )
}
