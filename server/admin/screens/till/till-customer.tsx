import { CloseButton, Group, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { readCode } from '../../../../shared/member-code.ts'
import { formatNumber } from '../../../../shared/money.ts'
import { answerOf, api, type Problem } from '../../api.ts'
import { useWords } from '../../words/words.ts'
import { CustomerCombobox } from '../customers/customer-combobox.tsx'

export type Buyer = { id: string; name: string; points: number }
type Props = { buyer: Buyer | null; onChange: (buyer: Buyer | null) => void }

/** Who buys, by name, phone or the digits under their code; nobody is fine. */
export function TillCustomer({ buyer, onChange }: Props) {
  const words = useWords()
  const [typed, type] = useState('')
  const scan = useMutation<Buyer, Problem, string>({
    mutationFn: async (code) => {
      const { customer, balance } = await answerOf(api.scans.$post({ json: { code } }))
      return { id: customer.id, name: customer.name, points: balance }
    },
    onSuccess: onChange,
  })
  if (buyer)
    return (
      <Group justify="space-between" wrap="nowrap" px={12} py={8} bg="var(--quiet-ground)" style={{ borderRadius: 8 }}>
        <div>
          <Text fw={500}>{buyer.name}</Text>
          <Text size="sm" c="dimmed">
            {words.points(formatNumber(buyer.points))}
          </Text>
        </div>
        <CloseButton
          aria-label={words.acts.remove}
          onClick={() => {
            type('')
            onChange(null)
          }}
        />
      </Group>
    )
  const isCode = readCode(typed) !== undefined
  return (
    <CustomerCombobox
      label={words.sale.customer}
      description={words.sale.customerHint}
      value={typed}
      error={scan.error?.message}
      onChange={type}
      onPick={onChange}
      extra={isCode ? { label: words.sale.withCode(typed.trim()), onPick: () => scan.mutate(typed.trim()) } : undefined}
    />
  )
}
