import { Box, Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'

type Props = {
  title: ReactNode
  value?: ReactNode
  tone?: string
  under?: (string | null | undefined)[]
  children?: ReactNode
}

/** One line of a history: what, how much, and what explains it. */
export const Entry = ({ title, value, tone, under = [], children }: Props) => (
  <Box py={10} style={{ borderTop: '1px solid var(--line)', overflowWrap: 'anywhere' }}>
    <Group justify="space-between" wrap="nowrap" gap={12}>
      <Text component="div" size="sm" fw={500}>
        {title}
      </Text>
      <Text component="div" size="sm" fw={600} c={tone} style={{ flex: 'none' }}>
        {value}
      </Text>
    </Group>
    {children}
    <Text size="xs" c="dimmed">
      {under.filter(Boolean).join(' · ')}
    </Text>
  </Box>
)
