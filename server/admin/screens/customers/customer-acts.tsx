import { Button, Group } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconGift, IconPlusMinus } from '@tabler/icons-react'
import type { CustomerFile } from '../../answers.ts'
import { useMay } from '../../session.ts'
import { useWords } from '../../words/words.ts'
import { AdjustPoints } from '../loyalty/adjust-points.tsx'
import { RedeemReward } from '../loyalty/redeem-reward.tsx'

export function CustomerActs({ file: { customer } }: { file: CustomerFile }) {
  const words = useWords()
  const may = useMay()
  const [redeeming, redeem] = useDisclosure(false)
  const [adjusting, adjust] = useDisclosure(false)
  return (
    <Group gap={8} grow preventGrowOverflow={false}>
      <Button leftSection={<IconGift size={18} aria-hidden />} onClick={redeem.open}>
        {words.loyalty.redeem}
      </Button>
      {may('manager') && (
        <Button variant="default" leftSection={<IconPlusMinus size={18} aria-hidden />} onClick={adjust.open}>
          {words.loyalty.adjust}
        </Button>
      )}
      <RedeemReward customer={customer} opened={redeeming} onClose={redeem.close} />
      <AdjustPoints customer={customer} opened={adjusting} onClose={adjust.close} />
    </Group>
  )
}
