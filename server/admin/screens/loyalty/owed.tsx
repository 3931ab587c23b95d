import { Stack, Text } from '@mantine/core'
import type { InferResponseType } from 'hono/client'
import { formatNumber, formatVnd } from '../../../../shared/money.ts'
import type { api } from '../../api.ts'
import { Card } from '../../parts/card.tsx'
import { useWords } from '../../words/words.ts'

export type Liability = InferResponseType<(typeof api)['liability']['$get'], 200>

/** What the points that are out would cost, in full, and less what will never be used where that is known. */
export function Owed({ liability: owed }: { liability: Liability['liability'] }) {
  const { liability } = useWords()
  const { points, vndPerPoint, isFromRewards, faceVnd } = owed
  const each = formatVnd(Math.round(vndPerPoint))
  return (
    <Card>
      <section aria-label={liability.owed}>
        <Text size="xs" fw={500} c="dimmed">
          {liability.owed}
        </Text>
        {vndPerPoint > 0 ? (
          <Stack gap={8}>
            <Text fz={28} fw={600} lh={1.3}>
              {formatVnd(faceVnd)}
            </Text>
            <Text size="sm">
              {liability.sum(formatNumber(points), Number.isInteger(vndPerPoint) ? each : liability.about(each))}{' '}
              {isFromRewards ? liability.fromRewards : liability.fromRules}
            </Text>
            <Breakage liability={owed} />
          </Stack>
        ) : (
          <Text size="sm" mt={4}>
            {liability.unknown}
          </Text>
        )}
      </section>
    </Card>
  )
}

function Breakage({
  liability: { breakage, expectedVnd, maturedLots, lapsedPoints, maturedPoints, lotsEnough },
}: {
  liability: Liability['liability']
}) {
  const { liability } = useWords()
  const [lots, enough] = [formatNumber(maturedLots), formatNumber(lotsEnough)]
  if (breakage === null || expectedVnd === null)
    return (
      <Text size="sm" c="dimmed">
        {maturedLots === 0 ? liability.noLots(enough) : liability.tooFew(lots, enough)}
      </Text>
    )
  return (
    <>
      <Text fw={600}>{liability.expected(formatVnd(expectedVnd))}</Text>
      <Text size="sm" c="dimmed">
        {liability.breakage(
          formatNumber(Math.round(breakage * 100)),
          lots,
          formatNumber(lapsedPoints),
          formatNumber(maturedPoints),
        )}
      </Text>
    </>
  )
}
