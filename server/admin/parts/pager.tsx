import { ActionIcon, Group, Text } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { formatNumber } from '../../../shared/money.ts'
import { useWords } from '../words/words.ts'
import { useAddress } from './address.ts'

/** How many rows the server answers at once. */
const pageRows = 50

export function Pager({ total, shown }: { total: number; shown: number }) {
  const words = useWords()
  const { offset, set } = useAddress()
  if (total <= pageRows) return null
  return (
    <Group justify="flex-end" gap={8}>
      <Text size="sm" c="dimmed">
        {words.list.range(offset + 1, offset + shown, formatNumber(total))}
      </Text>
      <ActionIcon
        aria-label={words.list.previous}
        disabled={offset === 0}
        onClick={() => set({ offset: Math.max(0, offset - pageRows) })}
      >
        <IconChevronLeft size={20} />
      </ActionIcon>
      <ActionIcon
        aria-label={words.list.next}
        disabled={offset + shown >= total}
        onClick={() => set({ offset: offset + pageRows })}
      >
        <IconChevronRight size={20} />
      </ActionIcon>
    </Group>
  )
}
