import { Button, Group, Skeleton, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { Programme } from '../../../../shared/programme.ts'
import { answerOf, api, type Problem } from '../../api.ts'
import { Card } from '../../parts/card.tsx'
import { useWords } from '../../words/words.ts'
import { type Simulated, SimulationOutcome } from './simulation-outcome.tsx'

/** Rules that are being written, tried on the visits of twelve months when somebody asks for it. Changes nothing. */
export function Simulation({ programme }: { programme: Programme }) {
  const { simulation } = useWords()
  const attempt = useMutation<Simulated, Problem, Programme>({
    mutationFn: (json) => answerOf(api.programme.simulate.$post({ json })),
  })
  const isOutdated = attempt.isSuccess && JSON.stringify(attempt.variables) !== JSON.stringify(programme)
  return (
    <Card>
      <section aria-label={simulation.title} aria-live="polite" aria-busy={attempt.isPending}>
        <Stack gap={12}>
          <div>
            <Text fw={600}>{simulation.title}</Text>
            <Text size="sm" c="dimmed">
              {simulation.why}
            </Text>
          </div>
          {attempt.isPending && <Skeleton h={180} />}
          {attempt.data && <SimulationOutcome outcome={attempt.data} />}
          {attempt.error && (
            <Text size="sm" c="var(--bad)" role="alert">
              {simulation.failed(attempt.error.message)}
            </Text>
          )}
          <Group gap={12}>
            <Button variant="light" loading={attempt.isPending} onClick={() => attempt.mutate(programme)}>
              {attempt.isIdle ? simulation.run : simulation.again}
            </Button>
            {isOutdated && (
              <Text size="sm" c="var(--warn)">
                {simulation.outdated}
              </Text>
            )}
          </Group>
        </Stack>
      </section>
    </Card>
  )
}
