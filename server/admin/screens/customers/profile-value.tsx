import { Group, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { formatNumber, formatVnd } from '../../../../shared/money.ts'
import { displayPhone } from '../../../../shared/phone.ts'
import type { CustomerFile } from '../../answers.ts'
import { useFormats } from '../../parts/formats.ts'
import { useWords } from '../../words/words.ts'

export type KnownValue = CustomerFile['groups']['basic']['known'][number]
export type OwnField = CustomerFile['groups']['basic']['fields'][number]

/** One value: what it is, and underneath where it comes from, since when and what for. */
export const ValueLine = ({ name, value, under }: { name: string; value: ReactNode; under: string }) => (
  <Group justify="space-between" align="flex-start" wrap="nowrap" gap={12} mih={44} py={4}>
    <Stack gap={0}>
      <Text size="sm">{name}</Text>
      <Text size="xs" c="dimmed">
        {under}
      </Text>
    </Stack>
    <Text component="div" size="sm" fw={600} ta="right" style={{ overflowWrap: 'anywhere' }}>
      {value}
    </Text>
  </Group>
)

/** How each unit reads: đồng, days, a day of the year or of any year. */
export function useShownValue() {
  const { profiles: words } = useWords()
  const { date } = useFormats()
  return ({ value, unit }: Pick<KnownValue, 'value' | 'unit'>): string => {
    if (value === null) return ''
    if (unit === 'vnd') return formatVnd(Number(value))
    if (unit === 'days') return words.days(formatNumber(Math.round(Number(value))))
    if (unit === 'times') return words.times(Number(value))
    if (unit === 'phone') return displayPhone(String(value))
    if (unit === 'word') return words.valueWords[value] ?? String(value)
    if (unit !== 'day') return String(value)
    return String(value).length === 5 ? String(value).split('-').reverse().join('/') : date(String(value))
  }
}
