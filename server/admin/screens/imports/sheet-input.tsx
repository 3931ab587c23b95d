import { Group, Stack, Switch, TextInput } from '@mantine/core'
import { addDays } from '../../../../shared/time.ts'
import type { Problem } from '../../api.ts'
import { Card } from '../../parts/card.tsx'
import { DayInput } from '../../parts/day-input.tsx'
import { useFormats } from '../../parts/formats.ts'
import { useWords } from '../../words/words.ts'
import { TableField } from './table-field.tsx'
import type { Sheet } from './use-import.ts'

type Props = { sheet: Sheet; onChange: (part: Partial<Sheet>) => void; problem: Problem | null }

/** A file or what was copied, what it is called and how long its points live. */
export function SheetInput({ sheet, onChange, problem }: Props) {
  const { imports } = useWords()
  const { today } = useFormats()
  const errorOf = (field: string) => (problem?.field === field ? problem.message : undefined)
  return (
    <Card>
      <Stack gap={16}>
        <TableField
          text={sheet.text}
          error={errorOf('text')}
          example={imports.pasteExample}
          onText={(text, name) =>
            onChange({ text, columns: undefined, ...(name !== undefined && { name: name.slice(0, 100) }) })
          }
        />
        <Group grow align="flex-end" preventGrowOverflow={false}>
          <TextInput
            label={imports.name}
            maxLength={100}
            value={sheet.name}
            error={errorOf('name')}
            onChange={(event) => onChange({ name: event.currentTarget.value })}
          />
          {sheet.untilDay && (
            <DayInput
              label={imports.untilDay}
              min={today}
              value={sheet.untilDay}
              error={errorOf('untilDay')}
              onChange={(untilDay) => onChange({ untilDay })}
            />
          )}
        </Group>
        <Switch
          label={imports.hasEnd}
          checked={sheet.untilDay !== null}
          onChange={(event) => onChange({ untilDay: event.currentTarget.checked ? addDays(today, 365) : null })}
        />
      </Stack>
    </Card>
  )
}
