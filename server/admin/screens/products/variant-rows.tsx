import { Group, Stack, Switch, Text, TextInput } from '@mantine/core'
import type { Problem } from '../../api.ts'
import { MoneyInput } from '../../parts/amounts.tsx'
import { useWords } from '../../words/words.ts'
import { Rows, rowError } from '../catalog/rows.tsx'
import { blankVariant, type ProductDraft, type VariantRow } from './product-draft.ts'

type Props = {
  draft: ProductDraft
  /** Those that were sold before: they are switched off rather than forgotten. */
  kept: string[]
  problem: Problem | null
}

/** What it comes in: one without a name, or sizes and colours, each with its price and code. */
export function VariantRows({ draft, kept, problem }: Props) {
  const words = useWords().products
  const { variants } = draft.values
  return (
    <Stack gap={12}>
      <Text size="xs" c="dimmed">
        {words.variantsHint}
      </Text>
      <Rows
        rows={variants}
        onChange={(rows) => draft.set('variants', rows)}
        blank={blankVariant}
        most={30}
        add={words.addVariant}
        remove={(row) => words.removeVariant(row.name)}
        errorOf={rowError(problem, 'variants')}
      >
        {(row, change) => <VariantFields row={row} change={change} isKept={kept.includes(row.id)} />}
      </Rows>
    </Stack>
  )
}

type FieldsProps = { row: VariantRow; change: (part: Partial<VariantRow>) => void; isKept: boolean }

function VariantFields({ row, change, isKept }: FieldsProps) {
  const words = useWords()
  return (
    <Stack gap={4}>
      <TextInput
        placeholder={words.products.variantName}
        aria-label={words.products.variantName}
        maxLength={60}
        value={row.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <Group grow gap={8} wrap="nowrap">
        <MoneyInput
          placeholder={words.fields.price}
          aria-label={`${words.fields.price}: ${row.name}`}
          value={row.priceVnd}
          onChange={(typed) => change({ priceVnd: typeof typed === 'number' ? typed : '' })}
        />
        <TextInput
          placeholder={words.products.sku}
          aria-label={`${words.products.sku}: ${row.name}`}
          maxLength={40}
          autoComplete="off"
          value={row.sku}
          onChange={(event) => change({ sku: event.currentTarget.value })}
        />
      </Group>
      {isKept && (
        <Switch
          label={words.products.variantActive}
          checked={row.active}
          onChange={(event) => change({ active: event.currentTarget.checked })}
        />
      )}
    </Stack>
  )
}
