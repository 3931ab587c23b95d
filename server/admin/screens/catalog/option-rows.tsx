import { Group, Stack, Text, TextInput } from '@mantine/core'
import { newId } from '../../../../shared/ids.ts'
import type { Problem } from '../../api.ts'
import { CountInput, MoneyInput } from '../../parts/amounts.tsx'
import { useWords } from '../../words/words.ts'
import { Rows, rowError } from './rows.tsx'
import type { OptionRow, ServiceDraft } from './service-draft.ts'

type Props = { draft: ServiceDraft; field: 'variants' | 'addons'; problem: Problem | null }

/** Variants replace minutes and price of the service, add-ons join them. */
export function OptionRows({ draft, field, problem }: Props) {
  const words = useWords().services
  const areVariants = field === 'variants'
  const { durationMinutes, priceVnd } = draft.values
  const blank = (): OptionRow =>
    areVariants
      ? { id: newId(), name: '', minutes: durationMinutes, priceVnd }
      : { id: newId(), name: '', minutes: 15, priceVnd: '' }
  return (
    <Stack gap={12}>
      <Text size="xs" c="dimmed">
        {areVariants ? words.variantsHint : words.addonsHint}
      </Text>
      <Rows
        rows={draft.values[field]}
        onChange={(rows) => draft.set(field, rows)}
        blank={blank}
        most={areVariants ? 12 : 20}
        add={areVariants ? words.addVariant : words.addAddon}
        remove={(row) => words.removeOption(row.name)}
        errorOf={rowError(problem, field)}
      >
        {(row, change) => <OptionFields row={row} change={change} isVariant={areVariants} />}
      </Rows>
    </Stack>
  )
}

type FieldsProps = { row: OptionRow; change: (part: Partial<OptionRow>) => void; isVariant: boolean }

function OptionFields({ row, change, isVariant }: FieldsProps) {
  const words = useWords()
  const minutes = isVariant ? words.fields.minutes : words.services.moreMinutes
  const numberOf = (typed: string | number) => (typeof typed === 'number' ? typed : '')
  return (
    <Stack gap={4}>
      <TextInput
        placeholder={words.services.optionName}
        aria-label={words.services.optionName}
        maxLength={60}
        value={row.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <Group grow gap={8} wrap="nowrap">
        <CountInput
          aria-label={`${minutes}: ${row.name}`}
          placeholder={minutes}
          prefix={isVariant ? undefined : '+ '}
          suffix={words.settings.minutes}
          value={row.minutes}
          onChange={(typed) => change({ minutes: numberOf(typed) })}
        />
        <MoneyInput
          aria-label={`${words.fields.price}: ${row.name}`}
          placeholder={words.fields.price}
          prefix={isVariant ? undefined : '+ '}
          value={row.priceVnd}
          onChange={(typed) => change({ priceVnd: numberOf(typed) })}
        />
      </Group>
    </Stack>
  )
}
