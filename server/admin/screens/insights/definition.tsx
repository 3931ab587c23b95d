import { ActionIcon, Popover, Text } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import { useState } from 'react'
import { useWords } from '../../words/words.ts'

/** How a figure is counted: shown under a mouse and after a tap. */
export function Definition({ of, children }: { of: string; children: string }) {
  const { insights } = useWords()
  const [opened, open] = useState(false)
  return (
    <Popover opened={opened} onChange={open} width={300} shadow="md" position="bottom" withArrow>
      <Popover.Target>
        <ActionIcon
          size={28}
          my={-4}
          aria-label={insights.howCounted(of)}
          onMouseEnter={() => open(true)}
          onMouseLeave={() => open(false)}
          onClick={() => open(true)}
        >
          <IconInfoCircle size={18} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <Text size="sm">{children}</Text>
      </Popover.Dropdown>
    </Popover>
  )
}
