import { Text, Title } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import { Card } from '../../parts/card.tsx'

/** A part of the page under its heading, which names it. */
export function Section({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <Card>
        <Title order={2} id={id} mb={hint ? 0 : 8}>
          {title}
        </Title>
        {hint && (
          <Text size="sm" c="dimmed" mb={12}>
            {hint}
          </Text>
        )}
        {children}
      </Card>
    </section>
  )
}
