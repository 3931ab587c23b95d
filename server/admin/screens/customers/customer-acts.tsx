import { Button, Group } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconGift, IconPlusMinus } from '@tabler/icons-react'
import type { CustomerFile } from '../../answers.ts'
import { useMay } from '../../session.ts'
import { useWords } from '../../words/words.ts'
import { AdjustPoints } from '../loyalty/adjust-points.tsx'
import { GiveOffer } from '../offers/give-offer.tsx'

export function CustomerActs({ file }: { file: CustomerFile }) {
  const words = useWords()
  const may = useMay()
  const [giving, give] = useDisclosure(false)
  const [adjusting, adjust] = useDisclosure(false)
  return (
    <Group gap={8} grow preventGrowOverflow={false}>
      <Button leftSection={<IconGift size={18} aria-hidden />} onClick={give.open}>
        {words.vouchers.give}
      </Button>
      {may('manager') && (
        <Button variant="default" leftSection={<IconPlusMinus size={18} aria-hidden />} onClick={adjust.open}>
          {words.loyalty.adjust}
        </Button>
      )}
      <GiveOffer customer={file.customer} spendable={file.standing.spendable} opened={giving} onClose={give.close} />
      <AdjustPoints customer={file.customer} opened={adjusting} onClose={adjust.close} />
    </Group>
  )
}
