import { Anchor, Box } from '@mantine/core'
import { IconPlugConnectedX } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useMay, useSession } from '../session.ts'
import { useWords } from '../words/words.ts'

/** Over every page, for those who can do something about it. */
export function LostBanner() {
  const words = useWords().zalo
  const { zaloLostBecause } = useSession().shop
  const may = useMay()
  return (
    <div role="status">
      {zaloLostBecause && may('manager') && (
        <Box bg="var(--bad-ground)" c="var(--bad)" px={16} py={10} mb={16} fz={14} style={{ borderRadius: 8 }}>
          <IconPlugConnectedX size={18} style={{ verticalAlign: '-4px', marginRight: 8 }} aria-hidden />
          {words.lost(zaloLostBecause)}{' '}
          <Anchor component={Link} to="/zalo" fz={14} fw={600} c="inherit" underline="always">
            {words.mend}
          </Anchor>
        </Box>
      )}
    </div>
  )
}
