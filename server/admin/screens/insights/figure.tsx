import { Group, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { Card } from '../../parts/card.tsx'
import { useWords } from '../../words/words.ts'
import { Definition } from './definition.tsx'

type Props = {
  label: string
  means: string
  /** None: there is too little to say. */
  value: string | null
  /** What it is made of, its interval, what it is held against. */
  under?: ReactNode[]
  children?: ReactNode
}

/** One figure: what it is, how much, of how many, how sure, and how it was before. */
export function Figure({ label, means, value, under = [], children }: Props) {
  const { insights } = useWords()
  return (
    <Card h="100%">
      <section aria-label={label}>
        <Stack gap={2}>
          <Group gap={4} wrap="nowrap" justify="space-between">
            <Text size="sm" fw={500} c="dimmed">
              {label}
            </Text>
            <Definition of={label}>{means}</Definition>
          </Group>
          {value === null ? (
            <Text fw={600} lh="36px">
              {insights.tooFew}
            </Text>
          ) : (
            <Text fz={28} fw={600} lh={1.3}>
              {value}
            </Text>
          )}
          {under.filter(Boolean).map((line, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines always come in the same order
            <Text key={i} component="div" size="sm" c={i === 0 ? undefined : 'dimmed'}>
              {line}
            </Text>
          ))}
          {children}
        </Stack>
      </section>
    </Card>
  )
}
