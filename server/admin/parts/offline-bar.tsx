import { Box } from '@mantine/core'
import { useNetwork } from '@mantine/hooks'
import { useWords } from '../words/words.ts'

export function OfflineBar() {
  const words = useWords()
  const { online } = useNetwork()
  return (
    <div role="status">
      {!online && (
        <Box bg="var(--warn-ground)" c="var(--warn)" px={16} py={8} fz={14} ta="center">
          {words.problems.offlineBar}
        </Box>
      )}
    </div>
  )
}
