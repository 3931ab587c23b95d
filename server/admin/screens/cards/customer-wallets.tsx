import { Skeleton, Stack, Text } from '@mantine/core'
import { formatNumber } from '../../../../shared/money.ts'
import type { CustomerFile, Wallets } from '../../answers.ts'
import { Entry } from '../../parts/entry.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { useWords } from '../../words/words.ts'
import { CreditPart } from './credit-part.tsx'
import { PackageLine } from './package-line.tsx'
import { Part } from './part.tsx'
import { SellPackage } from './sell-package.tsx'
import { useWallets } from './use-cards.ts'
import { WalletHistory } from './wallet-history.tsx'

/** What a customer has beside points: packages, money, stamps. */
export function CustomerWallets({ customer }: { customer: CustomerFile['customer'] }) {
  const load = useWallets(customer.id)
  return (
    <Loaded of={load} skeleton={<Shape />}>
      {({ packages, creditVnd, stamps }) => (
        <Stack gap={24}>
          <Packages customerId={customer.id} packages={packages} />
          <CreditPart customerId={customer.id} balanceVnd={creditVnd} />
          <Stamps customerId={customer.id} stamps={stamps} />
        </Stack>
      )}
    </Loaded>
  )
}

function Packages({ customerId, packages }: { customerId: string; packages: Wallets['packages'] }) {
  const { wallets } = useWords()
  return (
    <Part title={wallets.packages}>
      {packages.map((each) => (
        <PackageLine key={each.id} customerId={customerId} of={each} />
      ))}
      {packages.length === 0 && <Text size="sm">{wallets.noPackages}</Text>}
      <SellPackage customerId={customerId} />
    </Part>
  )
}

function Stamps({ customerId, stamps }: { customerId: string; stamps: Wallets['stamps'] }) {
  const { wallets } = useWords()
  return (
    <Part title={wallets.stamps}>
      {stamps.length === 0 && <Text size="sm">{wallets.noStamps}</Text>}
      {stamps.map((card) => (
        <Entry
          key={card.cardId}
          title={card.name}
          value={wallets.stampsOf(formatNumber(card.stamps), formatNumber(card.goal))}
          under={[wallets.gives(card.gives), card.stamps >= card.goal ? wallets.full : undefined]}
        >
          <WalletHistory {...{ customerId, name: card.name }} wallet={`stamps:${card.cardId}`} />
        </Entry>
      ))}
    </Part>
  )
}

const Shape = () => (
  <Stack gap={16}>
    <Skeleton h={24} w="40%" />
    <Skeleton h={72} />
    <Skeleton h={24} w="40%" />
    <Skeleton h={48} />
  </Stack>
)
