import { Alert, Button, Group, Text } from '@mantine/core'
import { IconCoins } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useWords } from '../../words/words.ts'
import { useHeld } from './use-held.ts'

/** Says on the day's page that points wait for somebody to look; nothing where there are none. */
export function HeldNotice() {
  const { held: words } = useWords()
  const count = useHeld().data?.length ?? 0
  if (count === 0) return null
  return (
    <Alert color="yellow" icon={<IconCoins size={20} aria-hidden />}>
      <Group justify="space-between" gap={12}>
        <Text size="sm" fw={500}>
          {words.today(count)}
        </Text>
        <Button variant="default" component={Link} to="/held">
          {words.look}
        </Button>
      </Group>
    </Alert>
  )
}
