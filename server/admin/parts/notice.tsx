import { Stack, Text } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'

/** Where there is nothing to show: what that means, and the next step as a button. */
export function Notice({ icon: Icon, text, children }: { icon: Icon; text: string; children?: ReactNode }) {
  return (
    <Stack align="center" gap={12} py={40} px={16} ta="center">
      <Icon size={36} stroke={1.4} color="var(--muted)" aria-hidden />
      <Text maw={420}>{text}</Text>
      {children}
    </Stack>
  )
}
