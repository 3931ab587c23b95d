import { Button, Group } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { formatNumber, formatVnd } from '../../../../shared/money.ts'
import type { SoldPackage } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { Entry } from '../../parts/entry.tsx'
import { useFormats } from '../../parts/formats.ts'
import { Tag } from '../../parts/tag.tsx'
import { useMay } from '../../session.ts'
import { useWords } from '../../words/words.ts'
import { RefundPackage } from './refund-package.tsx'
import { WalletHistory } from './wallet-history.tsx'

type Props = { customerId: string; of: SoldPackage }

/** A package that was bought: what is left, until when, and what can be done with it. */
export function PackageLine({ customerId, of: sold }: Props) {
  const { wallets } = useWords()
  const { date, dayAt } = useFormats()
  const { left, sessions, until, paidVnd, refundedVnd, refundedAt, ranOut } = sold
  const isClosed = refundedAt !== null && left === 0
  return (
    <Entry
      title={sold.name}
      value={isClosed ? <Tag>{wallets.closed(formatVnd(refundedVnd ?? 0))}</Tag> : <Standing of={sold} />}
      under={[
        !isClosed && left > 0 ? wallets.left(formatNumber(left), formatNumber(sessions)) : undefined,
        until ? wallets.until(date(dayAt(until))) : undefined,
        ranOut > 0 ? wallets.ranOut(formatNumber(ranOut)) : undefined,
        sold.shareable ? wallets.shared : undefined,
        wallets.paid(formatVnd(paidVnd)),
      ]}
    >
      <Group gap={8} my={4}>
        {left > 0 && <Acts of={sold} />}
        <WalletHistory customerId={customerId} wallet={`package:${sold.id}`} name={sold.name} />
      </Group>
    </Entry>
  )
}

function Standing({ of: { left, frozenAt, ranOut } }: { of: SoldPackage }) {
  const { wallets, cards } = useWords()
  if (frozenAt) return <Tag tone="warn">{wallets.frozen}</Tag>
  if (left > 0) return <Tag tone="good">{cards.plans.of(formatNumber(left))}</Tag>
  return <Tag>{ranOut > 0 ? wallets.ranOut(formatNumber(ranOut)) : wallets.used}</Tag>
}

function Acts({ of: sold }: { of: SoldPackage }) {
  const { wallets } = useWords()
  const may = useMay()
  const [refunding, refund] = useDisclosure(false)
  const param = { id: sold.id }
  const freeze = useAct(() => answerOf(api.packages[':id'].freeze.$post({ param })), {
    said: () => wallets.froze(sold.name),
  })
  const thaw = useAct(() => answerOf(api.packages[':id'].thaw.$post({ param })), {
    said: () => wallets.thawed(sold.name),
  })
  if (!may('manager')) return null
  const [act, name] = sold.frozenAt ? [thaw, wallets.thaw] : [freeze, wallets.freeze]
  return (
    <>
      <Button variant="default" size="xs" loading={act.isPending} onClick={() => act.mutate(undefined)}>
        {name}
      </Button>
      {sold.refundedAt === null && (
        <Button variant="default" size="xs" onClick={refund.open}>
          {wallets.refund}
        </Button>
      )}
      <RefundPackage of={sold} opened={refunding} onClose={refund.close} />
    </>
  )
}
