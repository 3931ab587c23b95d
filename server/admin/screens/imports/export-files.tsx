import { Button, Stack, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { exportFiles } from '../../../../shared/batches.ts'
import { Card } from '../../parts/card.tsx'
import { Entry } from '../../parts/entry.tsx'
import { useWords } from '../../words/words.ts'

/** All that the shop knows, a file each. */
export function ExportFiles() {
  const { batches: words } = useWords()
  return (
    <Card>
      <Stack gap={12}>
        <Text c="dimmed">{words.exportLead}</Text>
        <div>
          {exportFiles.map((file) => (
            <Entry
              key={file}
              title={words.files[file]}
              value={
                <Button
                  component="a"
                  href={`/admin/api/export/${file}`}
                  download
                  variant="default"
                  aria-label={`${words.download}: ${words.files[file]}`}
                  leftSection={<IconDownload size={18} aria-hidden />}
                >
                  {words.download}
                </Button>
              }
            />
          ))}
        </div>
      </Stack>
    </Card>
  )
}
