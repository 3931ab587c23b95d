import { SimpleGrid, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { Card } from '../../parts/card.tsx'

export const SettingsSection = ({ title, children }: { title: string; children: ReactNode }) => (
  <Card>
    <Title order={2} mb={12}>
      {title}
    </Title>
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing={16}>
      {children}
    </SimpleGrid>
  </Card>
)
