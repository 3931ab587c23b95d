import { Button, CopyButton } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import type { Layout } from '../../../../shared/message-templates.ts'
import { useWords } from '../../words/words.ts'
import { textOf } from './template-words.ts'

export function CopyWords({ layout }: { layout: Layout }) {
  const words = useWords()
  return (
    <CopyButton value={textOf(layout)}>
      {({ copied, copy }) => {
        const Icon = copied ? IconCheck : IconCopy
        return (
          <Button variant="default" leftSection={<Icon size={18} aria-hidden />} onClick={copy}>
            {copied ? words.zalo.copied : words.templates.copyWords}
          </Button>
        )
      }}
    </CopyButton>
  )
}
