import { Group, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { formatNumber, formatVnd } from '../../../../shared/money.ts'
import type { CampaignPreview } from '../../answers.ts'
import { Card } from '../../parts/card.tsx'
import { useWords } from '../../words/words.ts'

type Props = { cost: CampaignPreview; kind: 'offer' | 'message'; heading?: string }

/** Who gets it, who does not and why, and what it costs: read before anything is given. */
export function CampaignCost({ cost, kind, heading }: Props) {
  const { campaigns: words } = useWords()
  const { people, given, writtenTo, leftOut, notTold, messageVnd, offer, hasTemplate, isClosedToday } = cost
  const isUrgent = !hasTemplate || isClosedToday
  return (
    <Stack gap={12} aria-live="polite">
      <div>
        <Text size="sm" c="dimmed">
          {heading ?? words.named(formatNumber(people))}
        </Text>
        {kind === 'offer' && <Text fw={600}>{words.gets(formatNumber(given))}</Text>}
        <Text fw={600}>{words.told(formatNumber(writtenTo))}</Text>
      </div>
      <Reasons title={words.leftOut} reasons={leftOut} />
      {kind === 'offer' && <Reasons title={words.notTold} reasons={notTold} />}
      <Card bg="var(--ground)">
        <Sum title={words.messageCost}>{formatVnd(messageVnd)}</Sum>
        {offer && (
          <>
            <Sum title={words.offerCost}>{formatVnd(offer.expectedVnd)}</Sum>
            <Text size="xs" c="dimmed" ta="right">
              {[
                words.offerMost(formatVnd(offer.mostVnd)),
                offer.isAssumed && words.assumed(formatNumber(Math.round(offer.use * 100))),
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
            {offer.budgetLeftVnd !== null && <Sum title={words.budgetLeft}>{formatVnd(offer.budgetLeftVnd)}</Sum>}
          </>
        )}
      </Card>
      {isUrgent && (
        <Text size="sm" role="status">
          {hasTemplate ? words.closedToday : words.noTemplate}
        </Text>
      )}
      <Text size="xs" c="dimmed">
        {words.asksAgain}
      </Text>
    </Stack>
  )
}

const Sum = ({ title, children }: { title: string; children: ReactNode }) => (
  <Group justify="space-between" wrap="nowrap">
    <Text size="sm">{title}</Text>
    <Text fw={600}>{children}</Text>
  </Group>
)

function Reasons({ title, reasons }: { title: string; reasons: { why: string; people: number }[] }) {
  const { why: sentences } = useWords().campaigns
  if (reasons.length === 0) return null
  return (
    <div>
      <Text size="sm" fw={500}>
        {title}
      </Text>
      {reasons.map(({ why, people }) => (
        <Text key={why} size="sm" c="dimmed">
          {formatNumber(people)}: {sentences[why] ?? why}
        </Text>
      ))}
    </div>
  )
}
