import { Button, FileButton, Group, Text, Textarea } from '@mantine/core'
import { IconFileUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { useWords } from '../../words/words.ts'
import { textOfFile } from './sheet-file.ts'

type Props = {
  text: string
  error?: string
  example: string
  /** `name` is that of the file, where it came out of one. */
  onText: (text: string, name?: string) => void
}

/** A table: out of a file, or as it was copied. */
export function TableField({ text, error, example, onText }: Props) {
  const { imports } = useWords()
  const [file, setFile] = useState<{ name: string; isText: boolean }>()

  async function read(chosen: File | null) {
    if (!chosen) return
    const found = await textOfFile(chosen)
    setFile({ name: chosen.name, isText: found !== undefined })
    if (found !== undefined) onText(found, chosen.name.replace(/\.\w+$/, ''))
  }
  return (
    <>
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
        placeholder={example}
        rows={6}
        value={text}
        error={error}
        onChange={(event) => onText(event.currentTarget.value)}
        styles={{ input: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'pre', overflowX: 'auto' } }}
      />
    </>
  )
}
