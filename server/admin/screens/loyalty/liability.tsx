import { Grid, Group, Skeleton, Stack } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api.ts'
import { Card } from '../../parts/card.tsx'
import { Chips } from '../../parts/chips.tsx'
import { DayInput } from '../../parts/day-input.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { useWords } from '../../words/words.ts'
import { OthersOwed } from './others-owed.tsx'
import { Owed } from './owed.tsx'
import { RollForward } from './roll-forward.tsx'
import { usePeriod } from './use-period.ts'

/** The points of a stretch of days, adding up, and what all that are out would cost. */
export function LiabilityScreen() {
  const words = useWords()
  const period = usePeriod()
  const { from, to, isReversed } = period
  const load = useQuery({
    queryKey: ['liability', from, to],
    // The days come along: while others are loaded, what is shown keeps its own.
    queryFn: async () => ({ ...(await answerOf(api.liability.$get({ query: { from, to } }))), from, to }),
    placeholderData: keepPreviousData,
    enabled: !isReversed,
  })
  return (
    <Page title={words.liability.title}>
      <Period period={period} />
      {!isReversed && (
        <Loaded of={load} skeleton={<Shape />}>
          {({ roll, liability, others, ...days }) => (
            <Grid gap={16}>
              <Grid.Col span={{ base: 12, md: 7 }}>
                <RollForward roll={roll} {...days} />
              </Grid.Col>
              <Grid.Col span={{ base: 12, md: 5 }}>
                <Stack gap={16}>
                  <Owed liability={liability} />
                  <OthersOwed others={others} />
                </Stack>
              </Grid.Col>
            </Grid>
          )}
        </Loaded>
      )}
    </Page>
  )
}

function Period({ period }: { period: ReturnType<typeof usePeriod> }) {
  const { liability } = useWords()
  const { kind, from, to, isReversed, choose, setDays } = period
  return (
    <Stack gap={12}>
      <Chips
        label={liability.period}
        choices={Object.entries(liability.periods).map(([value, label]) => ({ value, label }))}
        value={kind}
        onChange={choose}
      />
      {kind === 'free' && (
        <Group gap={12} align="flex-start" grow maw={480}>
          <DayInput
            label={liability.from}
            aria-label={liability.from}
            value={from}
            onChange={(day) => setDays({ from: day })}
          />
          <DayInput
            label={liability.to}
            aria-label={liability.to}
            value={to}
            min={from}
            onChange={(day) => setDays({ to: day })}
            error={isReversed ? liability.reversed : undefined}
          />
        </Group>
      )}
    </Stack>
  )
}

const Shape = () => (
  <Grid gap={16}>
    <Grid.Col span={{ base: 12, md: 7 }}>
      <Card>
        <Skeleton h={320} />
      </Card>
    </Grid.Col>
    <Grid.Col span={{ base: 12, md: 5 }}>
      <Card>
        <Skeleton h={140} />
      </Card>
    </Grid.Col>
  </Grid>
)
