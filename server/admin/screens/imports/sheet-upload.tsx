import { Alert, Button, FileButton, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconFileUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { type BatchKind, batchKinds } from '../../../../shared/batches.ts'
import { newId } from '../../../../shared/ids.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { useAddress } from '../../parts/address.ts'
import { Card } from '../../parts/card.tsx'
import { Chips } from '../../parts/chips.tsx'
import { useWords } from '../../words/words.ts'
import { ImportLink } from './import-link.tsx'

/** What a sheet is and where it comes from, then its file; once read it is looked at. */
export function SheetUpload() {
  const { batches: words } = useWords()
  const { set } = useAddress()
  const [kind, setKind] = useState<BatchKind>('customers')
  const [channel, setChannel] = useState(words.defaultChannel)
  const send = useAct(
    async (file: File) => {
      const from = channel.trim() || words.defaultChannel
      const query = { id: newId(), name: file.name.slice(-200), kind, channel: from }
      return await answerOf(api.batches.$post({ query }, { init: { body: file } }))
    },
    { done: ({ id }) => set({ batch: id }) },
  )
  return (
    <Card>
      <Stack gap={16}>
        <Text c="dimmed">{words.lead}</Text>
        <Chips
          label={words.kind}
          choices={batchKinds.map((value) => ({ value, label: words.kinds[value] }))}
          value={kind}
          onChange={(value) => setKind(value as BatchKind)}
        />
        <TextInput
          label={words.channel}
          description={words.channelHint}
          maxLength={60}
          value={channel}
          onChange={(event) => setChannel(event.currentTarget.value)}
          maw={420}
        />
        {send.error?.field && (
          <Alert color="red" role="alert">
            {send.error.message}
          </Alert>
        )}
        <Group gap={12}>
          <FileButton
            accept=".xlsx,.xls,.csv,.tsv,.txt,text/csv,text/plain"
            onChange={(file) => file && send.mutate(file)}
          >
            {(props) => (
              <Button leftSection={<IconFileUpload size={18} aria-hidden />} loading={send.isPending} {...props}>
                {words.choose}
              </Button>
            )}
          </FileButton>
          <ImportLink />
          <Text size="sm" c="dimmed" role="status">
            {send.isPending ? words.reading : words.limit}
          </Text>
        </Group>
      </Stack>
    </Card>
  )
}
