import { Accordion, Group, Stack, Switch, Text } from '@mantine/core'
import { useState } from 'react'
import { formatNumber, formatVnd } from '../../../../shared/money.ts'
import { addDays } from '../../../../shared/time.ts'
import type { Problem } from '../../api.ts'
import { CountInput, MoneyInput } from '../../parts/amounts.tsx'
import { DayInput } from '../../parts/day-input.tsx'
import { useFormats } from '../../parts/formats.ts'
import { WeekdayChips } from '../../parts/weekday-chips.tsx'
import { useWords } from '../../words/words.ts'
import type { OfferDraft } from './offer-draft.ts'

const fields = ['budgetVnd', 'stock', 'fromDay', 'toDay', 'weekdays', 'validDays', 'startsAfterDays']
type Props = { draft: OfferDraft; problem: Problem | null }

/** How much, how often and when: closed, it says what is in it; refused, it opens by itself. */
export function OfferLimits({ draft, problem }: Props) {
  const { offers } = useWords()
  const [opened, setOpened] = useState<string | null>(null)
  const [seen, setSeen] = useState(problem)
  if (problem !== seen) {
    setSeen(problem)
    if (fields.includes(problem?.field?.split('.')[0] ?? '')) setOpened('limits')
  }
  return (
    <Accordion
      variant="separated"
      value={opened}
      onChange={setOpened}
      styles={{ item: { background: 'var(--ground)', border: 0 } }}
    >
      <Accordion.Item value="limits">
        <Accordion.Control>
          <Text size="sm" fw={500}>
            {offers.limits}
          </Text>
          <Text size="xs" c="dimmed">
            <Sum draft={draft} />
          </Text>
        </Accordion.Control>
        <Accordion.Panel>
          <Fields draft={draft} />
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  )
}

function Sum({ draft: { values } }: { draft: OfferDraft }) {
  const words = useWords()
  const { date } = useFormats()
  const { budgetVnd, stock, fromDay, toDay, weekdays } = values
  const parts = [
    budgetVnd !== '' && `${words.offers.budget} ${formatVnd(budgetVnd)}`,
    stock !== '' && `${formatNumber(stock)}${words.offers.turns}`,
    fromDay && toDay && `${date(fromDay)}–${date(toDay)}`,
    weekdays.map((weekday) => words.weekdays[weekday - 1]).join(', '),
  ]
  return words.offers.limitsSum(parts.filter(Boolean).join(' · '))
}

function Fields({ draft }: { draft: OfferDraft }) {
  const { offers } = useWords()
  const { today } = useFormats()
  const { fromDay, toDay, pointsCost } = draft.values
  const hasDays = fromDay !== null || toDay !== null
  const setDays = (on: boolean) => {
    draft.set('fromDay', on ? today : null)
    draft.set('toDay', on ? addDays(today, 30) : null)
  }
  const setFrom = (day: string) => {
    draft.set('fromDay', day)
    if (toDay && day > toDay) draft.set('toDay', day)
  }
  return (
    <Stack gap={16}>
      <Group grow align="flex-start">
        <MoneyInput label={offers.budget} placeholder={offers.noLimit} {...draft.number('budgetVnd')} />
        <CountInput
          label={offers.stock}
          placeholder={offers.noLimit}
          suffix={offers.turns}
          {...draft.number('stock')}
        />
      </Group>
      <Switch label={offers.hasDays} checked={hasDays} onChange={(event) => setDays(event.currentTarget.checked)} />
      {hasDays && (
        <Group grow align="flex-start">
          <DayInput
            label={offers.fromDay}
            value={fromDay ?? today}
            onChange={setFrom}
            error={draft.errorOf('fromDay')}
          />
          <DayInput
            label={offers.toDay}
            value={toDay ?? today}
            min={fromDay ?? undefined}
            onChange={(day) => draft.set('toDay', day)}
            error={draft.errorOf('toDay')}
          />
        </Group>
      )}
      <WeekdayChips
        label={offers.weekdays}
        description={offers.everyDay}
        value={draft.values.weekdays}
        onChange={(weekdays) => draft.set('weekdays', weekdays)}
      />
      <Group grow align="flex-start">
        {!pointsCost && (
          <CountInput
            label={offers.valid}
            description={offers.validHint}
            placeholder={offers.asLong}
            suffix={offers.daysUnit}
            max={730}
            {...draft.number('validDays')}
          />
        )}
        <CountInput
          label={offers.startsAfter}
          description={offers.startsAfterHint}
          suffix={offers.daysUnit}
          max={365}
          {...draft.number('startsAfterDays')}
        />
      </Group>
      <Switch label={offers.alone} {...draft.check('alone')} />
    </Stack>
  )
}
