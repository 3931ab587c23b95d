import { Text, Title } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import { Card } from '../../parts/card.tsx'

type Props = { title: string; hint?: string; at?: string; children: ReactNode }

/** A part of the page under its heading, which names it; `at` is where links lead to it. */
export function Section({ title, hint, at, children }: Props) {
  const id = useId()
  return (
    <section aria-labelledby={id} id={at} style={{ scrollMarginTop: 72 }}>
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
