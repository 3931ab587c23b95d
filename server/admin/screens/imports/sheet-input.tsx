import { Button, FileButton, Group, Stack, Switch, Text, Textarea, TextInput } from '@mantine/core'
import { IconFileUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { addDays } from '../../../../shared/time.ts'
import type { Problem } from '../../api.ts'
import { Card } from '../../parts/card.tsx'
import { DayInput } from '../../parts/day-input.tsx'
import { useFormats } from '../../parts/formats.ts'
import { useWords } from '../../words/words.ts'
import { textOfFile } from './sheet-file.ts'
import type { Sheet } from './use-import.ts'

type Props = { sheet: Sheet; onChange: (part: Partial<Sheet>) => void; problem: Problem | null }

/** A file or what was copied, what it is called and how long its points live. */
export function SheetInput({ sheet, onChange, problem }: Props) {
  const { imports } = useWords()
  const { today } = useFormats()
  const [file, setFile] = useState<{ name: string; isText: boolean }>()
  const errorOf = (field: string) => (problem?.field === field ? problem.message : undefined)

  async function read(chosen: File | null) {
    if (!chosen) return
    const text = await textOfFile(chosen)
    setFile({ name: chosen.name, isText: text !== undefined })
    if (text !== undefined)
      onChange({ text, name: chosen.name.replace(/\.\w+$/, '').slice(0, 100), columns: undefined })
  }
  return (
    <Card>
      <Stack gap={16}>
        <Group gap={12}>
          <FileButton accept=".csv,.txt,.tsv,text/csv,text/plain,.xlsx,.xls" onChange={read}>
            {(props) => (
              <Button variant="default" leftSection={<IconFileUpload size={18} aria-hidden />} {...props}>
                {imports.file}
              </Button>
            )}
          </FileButton>
          {file && (
            <Text size="sm" c={file.isText ? undefined : 'var(--bad)'} role={file.isText ? undefined : 'alert'}>
              {file.isText ? imports.fileWas(file.name) : imports.noExcel}
            </Text>
          )}
        </Group>
        <Textarea
          label={imports.paste}
          description={imports.pasteHint}
          placeholder={imports.pasteExample}
          rows={6}
          value={sheet.text}
          error={errorOf('text')}
          onChange={(event) => onChange({ text: event.currentTarget.value, columns: undefined })}
          styles={{ input: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'pre', overflowX: 'auto' } }}
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
