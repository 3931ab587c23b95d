import { Combobox, Group, Text, TextInput, type TextInputProps, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { formatNumber } from '../../../../shared/money.ts'
import { displayPhone } from '../../../../shared/phone.ts'
import type { CustomerRow } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useWords } from '../../words/words.ts'

type Props = Omit<TextInputProps, 'onChange' | 'value'> & {
  value: string
  onChange: (value: string) => void
  onPick: (customer: CustomerRow) => void
  /** One more line under the matches, for what was typed itself. */
  extra?: { label: string; onPick: () => void }
}

/** A field that finds customers by name without tone marks or by digits of the phone. */
export function CustomerCombobox({ value, onChange, onPick, extra, ...rest }: Props) {
  const words = useWords()
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const [typed] = useDebouncedValue(value.trim(), 200)
  const found = useQuery({
    queryKey: ['customers', 'find', typed],
    queryFn: () => answerOf(api.customers.$get({ query: { q: typed, limit: '8' } })),
    enabled: typed.length > 1,
  })
  const matches = value.trim().length > 1 ? (found.data?.customers ?? []) : []

  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(id) => {
        const match = matches.find((customer) => customer.id === id)
        if (match) onPick(match)
        else extra?.onPick()
        combobox.closeDropdown()
      }}
    >
      <Combobox.Target>
        <TextInput
          {...rest}
          value={value}
          autoComplete="off"
          onChange={(event) => {
            onChange(event.currentTarget.value)
            combobox.openDropdown()
            combobox.updateSelectedOptionIndex()
          }}
          onFocus={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={value.trim().length < 2}>
        <Combobox.Options mah={360} style={{ overflowY: 'auto' }}>
          {matches.map((customer) => (
            <Combobox.Option key={customer.id} value={customer.id}>
              <Group justify="space-between" wrap="nowrap" gap={12}>
                <Text size="sm" fw={500} truncate>
                  {customer.name}
                </Text>
                <Text size="xs" c="dimmed" style={{ flex: 'none' }}>
                  {customer.phone ? displayPhone(customer.phone) : words.points(formatNumber(customer.points))}
                </Text>
              </Group>
            </Combobox.Option>
          ))}
          {found.data && matches.length === 0 && <Combobox.Empty>{words.customers.noMatch(typed)}</Combobox.Empty>}
          {extra && <Combobox.Option value="extra">{extra.label}</Combobox.Option>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
