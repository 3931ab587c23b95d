import { Button, Group, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { formatVnd } from '../../../../../shared/money.ts'
import type { Service } from '../../../answers.ts'
import { useWords } from '../../../words/words.ts'
import { PartFields } from './part-fields.tsx'
import { type DraftPart, emptyPart, sumOf } from './wanted.ts'

const mostParts = 6

type Props = {
  parts: DraftPart[]
  services: Service[]
  staff: { id: string; name: string }[]
  onChange: (parts: DraftPart[]) => void
}

/** The services of one visit in their order, and what they come to. */
export function PartsField({ parts, services, staff, onChange }: Props) {
  const words = useWords()
  const { minutes, priceVnd } = sumOf(parts, services)
  const last = parts.at(-1)!
  return (
    <>
      {parts.map((part, i) => (
        <PartFields
          key={part.key}
          {...{ part, services, staff }}
          onChange={(changed) => onChange(parts.map((each) => (each.key === part.key ? changed : each)))}
          removeLabel={words.form.removeService(i + 1)}
          onRemove={parts.length > 1 ? () => onChange(parts.filter(({ key }) => key !== part.key)) : undefined}
        />
      ))}
      <Group justify="space-between">
        <Button
          variant="subtle"
          leftSection={<IconPlus size={16} aria-hidden />}
          disabled={!last.serviceId || parts.length >= mostParts}
          onClick={() => onChange([...parts, emptyPart(last.key + 1, last.staffId)])}
        >
          {words.form.addService}
        </Button>
        {minutes > 0 && (
          <Text size="sm" fw={500}>
            {words.form.total(words.minutes(minutes), formatVnd(priceVnd))}
          </Text>
        )}
      </Group>
    </>
  )
}
