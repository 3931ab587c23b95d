import { Box, Group, Stack, Text, TextInput } from '@mantine/core'
import type { Problem } from '../../api.ts'
import { CountInput, MoneyInput } from '../../parts/amounts.tsx'
import { useWords } from '../../words/words.ts'
import { Rows, rowError } from '../catalog/rows.tsx'
import { blankChoice, blankGroup, type ChoiceRow, type GroupRow, type ProductDraft } from './product-draft.ts'

type Props = { draft: ProductDraft; problem: Problem | null }

/** What is chosen with it: so many at least and at most of each group. */
export function OptionGroups({ draft, problem }: Props) {
  const words = useWords().products
  return (
    <Stack gap={12}>
      <Text size="xs" c="dimmed">
        {words.optionsHint}
      </Text>
      <Rows
        rows={draft.values.options}
        onChange={(rows) => draft.set('options', rows)}
        blank={blankGroup}
        most={6}
        add={words.addGroup}
        remove={(row) => words.removeGroup(row.name)}
        errorOf={rowError(problem, 'options')}
      >
        {(row, change) => <GroupFields row={row} change={change} />}
      </Rows>
    </Stack>
  )
}

function GroupFields({ row, change }: { row: GroupRow; change: (part: Partial<GroupRow>) => void }) {
  const words = useWords().products
  const numberOf = (typed: string | number) => (typeof typed === 'number' ? typed : '')
  return (
    <Stack gap={8}>
      <TextInput
        placeholder={words.groupName}
        aria-label={words.groupName}
        maxLength={60}
        value={row.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <Group grow gap={8} wrap="nowrap">
        <CountInput
          label={words.least}
          max={10}
          value={row.least}
          onChange={(typed) => change({ least: numberOf(typed) })}
        />
        <CountInput
          label={words.most}
          max={10}
          value={row.most}
          onChange={(typed) => change({ most: numberOf(typed) })}
        />
      </Group>
      <Box pl={12} style={{ borderLeft: '2px solid var(--line)' }}>
        <Rows
          rows={row.choices}
          onChange={(choices) => change({ choices })}
          blank={blankChoice}
          most={20}
          add={words.addChoice}
          remove={(choice) => words.removeVariant(choice.name)}
        >
          {(choice, changeChoice) => <ChoiceFields choice={choice} change={changeChoice} />}
        </Rows>
      </Box>
    </Stack>
  )
}

function ChoiceFields({ choice, change }: { choice: ChoiceRow; change: (part: Partial<ChoiceRow>) => void }) {
  const words = useWords()
  return (
    <Group grow gap={8} wrap="nowrap">
      <TextInput
        placeholder={words.products.choiceName}
        aria-label={words.products.choiceName}
        maxLength={60}
        value={choice.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <MoneyInput
        prefix="+ "
        aria-label={`${words.fields.price}: ${choice.name}`}
        value={choice.priceVnd}
        onChange={(typed) => change({ priceVnd: typeof typed === 'number' ? typed : '' })}
      />
    </Group>
  )
}
