import { Button, Group, Modal, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconWallet } from '@tabler/icons-react'
import { formatVnd } from '../../../../shared/money.ts'
import { useMay } from '../../session.ts'
import { useWords } from '../../words/words.ts'
import { ChangeCredit } from './change-credit.tsx'
import { Part } from './part.tsx'
import { WalletHistory } from './wallet-history.tsx'

type Props = { customerId: string; balanceVnd: number }

export function CreditPart({ customerId, balanceVnd }: Props) {
  const { wallets } = useWords()
  const may = useMay()
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <Part title={wallets.credit}>
      <Group justify="space-between">
        <Text fw={600} fz={20}>
          {formatVnd(balanceVnd)}
        </Text>
        <WalletHistory customerId={customerId} wallet="credit" name={wallets.credit} />
      </Group>
      <Text size="xs" c="dimmed">
        {wallets.creditHint}
      </Text>
      {may('manager') && (
        <Button variant="default" w="fit-content" leftSection={<IconWallet size={18} aria-hidden />} onClick={open}>
          {wallets.change}
        </Button>
      )}
      <Modal opened={opened} onClose={close} title={wallets.changeTitle}>
        <ChangeCredit customerId={customerId} balanceVnd={balanceVnd} onClose={close} />
      </Modal>
    </Part>
  )
}
