import { Radio, SimpleGrid, Stack, Switch, Text, Textarea } from '@mantine/core'
import { formatNumber, formatVnd } from '../../../../shared/money.ts'
import type { Programme } from '../../../../shared/programme.ts'
import { CountInput, MoneyInput } from '../../parts/amounts.tsx'
import { Card } from '../../parts/card.tsx'
import { useWords } from '../../words/words.ts'
import type { SectionProps } from './earning-sections.tsx'
import { PartTitle } from './part-title.tsx'

export function RefundsSection({ draft }: SectionProps) {
  const { programme: words } = useWords()
  return (
    <Card>
      <PartTitle title={words.parts.refunds} hint={words.refundPolicy} />
      <Radio.Group
        aria-label={words.refundPolicy}
        value={draft.values.refunds}
        onChange={(policy) => draft.set('refunds', policy as Programme['refunds'])}
      >
        <Stack gap={12}>
          {Object.entries(words.refunds).map(([policy, sentence]) => (
            <Radio key={policy} value={policy} label={sentence} />
          ))}
        </Stack>
      </Radio.Group>
    </Card>
  )
}

/** Points for đồng at the till: worth, least, most, step, and how much of a bill at most. */
export function MoneySection({ draft, problem }: SectionProps) {
  const { programme: words } = useWords()
  const { takesPoints, vndPerPoint, least } = draft.values
  const errorAt = (field: string) => (problem?.field === `asMoney.${field}` ? problem.message : undefined)
  return (
    <Card>
      <PartTitle title={words.parts.money} hint={words.moneyHint} />
      <Switch label={words.money} {...draft.check('takesPoints')} />
      {takesPoints && (
        <>
          <SimpleGrid cols={{ base: 1, md: 2 }} spacing={16} mt={16}>
            <MoneyInput label={words.vndPerPoint} {...draft.number('vndPerPoint')} error={errorAt('vndPerPoint')} />
            <CountInput
              label={words.mostPercent}
              suffix=" %"
              min={1}
              max={100}
              {...draft.number('mostPercent')}
              error={errorAt('mostPercent')}
            />
            <CountInput
              label={words.leastPoints}
              suffix={words.pointsUnit}
              {...draft.number('least')}
              error={errorAt('least')}
            />
            <CountInput
              label={words.mostPoints}
              placeholder={words.noCap}
              suffix={words.pointsUnit}
              {...draft.number('most')}
              error={errorAt('most')}
            />
            <CountInput
              label={words.step}
              suffix={words.pointsUnit}
              {...draft.number('step')}
              error={errorAt('step')}
            />
          </SimpleGrid>
          {vndPerPoint && least && (
            <Text mt={12} fw={500} c="var(--mantine-color-brand-text)" aria-live="polite">
              {words.moneyExample(formatNumber(least), formatVnd(least * vndPerPoint))}
            </Text>
          )}
        </>
      )}
    </Card>
  )
}

export function TermsSection({ draft }: SectionProps) {
  const { programme: words } = useWords()
  return (
    <Card>
      <PartTitle title={words.parts.terms} hint={words.termsHint} />
      <Textarea aria-label={words.terms} autosize minRows={4} maxRows={14} maxLength={4000} {...draft.text('terms')} />
    </Card>
  )
}
