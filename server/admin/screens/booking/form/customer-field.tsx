import { CloseButton, Group, SimpleGrid, Text, TextInput } from '@mantine/core'
import { formatNumber } from '../../../../../shared/money.ts'
import { displayPhone } from '../../../../../shared/phone.ts'
import type { Problem } from '../../../api.ts'
import { useWords } from '../../../words/words.ts'
import { CustomerCombobox } from '../../customers/customer-combobox.tsx'
import { newOf, nobody, type ForCustomer as Value } from './customer.ts'

type Props = { value: Value; onChange: (value: Value) => void; problem: Problem | null }

export function CustomerField({ value, onChange, problem }: Props) {
  const words = useWords()
  const errorOf = (field: string) => (problem?.field?.endsWith(field) ? problem.message : undefined)
  if (value.known) {
    const { name, phone, points } = value.known
    return (
      <Group justify="space-between" wrap="nowrap" p={12} bg="var(--quiet-ground)" style={{ borderRadius: 8 }}>
        <div>
          <Text fw={500}>{name}</Text>
          <Text size="sm" c="dimmed">
            {[phone && displayPhone(phone), words.points(formatNumber(points))].filter(Boolean).join(' · ')}
          </Text>
        </div>
        <CloseButton aria-label={words.acts.remove} onClick={() => onChange(nobody)} />
      </Group>
    )
  }
  if (value.isNew) {
    return (
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing={12}>
        <TextInput
          label={words.fields.name}
          data-autofocus
          value={value.name}
          error={errorOf('name')}
          onChange={(event) => onChange({ ...value, name: event.currentTarget.value })}
        />
        <TextInput
          label={`${words.fields.phone} (${words.fields.optional})`}
          type="tel"
          value={value.phone}
          error={errorOf('phone')}
          onChange={(event) => onChange({ ...value, phone: event.currentTarget.value })}
          rightSection={<CloseButton aria-label={words.acts.remove} onClick={() => onChange(nobody)} />}
        />
      </SimpleGrid>
    )
  }
  const typed = value.typed.trim()
  return (
    <CustomerCombobox
      label={words.walkIn.customer}
      description={words.walkIn.customerHint}
      value={value.typed}
      onChange={(text) => onChange({ ...nobody, typed: text })}
      onPick={(known) => onChange({ ...nobody, known })}
      extra={{
        label: words.walkIn.newCustomer(typed),
        onPick: () => onChange(newOf(typed)),
      }}
    />
  )
}
