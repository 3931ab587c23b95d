import { Stack, Title } from '@mantine/core'
import type { ReactNode } from 'react'

/** One kind of a customer's wallets under its name. */
export const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <Stack component="section" gap={8} aria-label={title}>
    <Title order={3} fz={16}>
      {title}
    </Title>
    {children}
  </Stack>
)
