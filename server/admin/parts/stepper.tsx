import { ActionIcon, Group, Text } from '@mantine/core'
import { IconMinus, IconPlus } from '@tabler/icons-react'

type Props = { value: number; least?: number; most?: number; less: string; more: string; onChange: (n: number) => void }

/** A small number, one touch at a time. */
export const Stepper = ({ value, least = 0, most = 999, less, more, onChange }: Props) => (
  <Group gap={4} wrap="nowrap">
    <ActionIcon variant="default" aria-label={less} disabled={value <= least} onClick={() => onChange(value - 1)}>
      <IconMinus size={18} />
    </ActionIcon>
    <Text miw={28} ta="center" fw={600}>
      {value}
    </Text>
    <ActionIcon variant="default" aria-label={more} disabled={value >= most} onClick={() => onChange(value + 1)}>
      <IconPlus size={18} />
    </ActionIcon>
  </Group>
)
