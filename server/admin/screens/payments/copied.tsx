import { ActionIcon, CopyButton, Group, Text } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useWords } from '../../words/words.ts'

/** A text to take elsewhere, with one touch. */
export function Copied({ label, text }: { label: string; text: string }) {
  const { bank: words } = useWords()
  return (
    <Group justify="space-between" wrap="nowrap" gap={12}>
      <div>
        <Text size="sm" fw={500}>
          {label}
        </Text>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {text}
        </Text>
      </div>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <ActionIcon variant="default" aria-label={copied ? words.copied : words.copy(label)} onClick={copy}>
            {copied ? <IconCheck size={18} /> : <IconCopy size={18} />}
          </ActionIcon>
        )}
      </CopyButton>
    </Group>
  )
}
