import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'

type Moved = { id: string; sentence: string; undo: string; onUndo: () => void }

/** Says what moved where, for long enough to take it back. */
export function showMoved({ id, sentence, undo, onUndo }: Moved) {
  const undoIt = () => {
    notifications.hide(id)
    onUndo()
  }
  const message = (
    <Group gap={8} justify="space-between" wrap="nowrap">
      <Text size="sm">{sentence}</Text>
      <Button variant="subtle" onClick={undoIt} style={{ flex: 'none' }}>
        {undo}
      </Button>
    </Group>
  )
  notifications.hide(id)
  notifications.show({ id, color: 'brand', autoClose: 12_000, message })
}
