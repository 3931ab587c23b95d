import { Anchor, Box, Modal, Skeleton, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { formatNumber, formatVnd } from '../../../../shared/money.ts'
import { answerOf, api } from '../../api.ts'
import { Entry } from '../../parts/entry.tsx'
import { useFormats } from '../../parts/formats.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { useWords } from '../../words/words.ts'
import { isMove, signed } from '../loyalty/signed.ts'

type Props = { customerId: string; wallet: string; name: string }

/** What came and went in one wallet, behind a link of its own. */
export function WalletHistory(props: Props) {
  const { wallets } = useWords()
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <>
      <Anchor
        component="button"
        type="button"
        size="sm"
        mih={44}
        onClick={open}
        aria-label={wallets.historyOf(props.name)}
      >
        {wallets.history}
      </Anchor>
      <Modal opened={opened} onClose={close} title={wallets.historyOf(props.name)}>
        <Entries {...props} />
      </Modal>
    </>
  )
}

function Entries({ customerId, wallet }: Props) {
  const { wallets, loyalty } = useWords()
  const { stamp } = useFormats()
  const load = useQuery({
    queryKey: ['wallet', customerId, wallet],
    queryFn: () =>
      answerOf(api.customers[':id'].wallets[':wallet'].entries.$get({ param: { id: customerId, wallet } })),
  })
  const said = (units: number) => (wallet === 'credit' ? formatVnd(units) : formatNumber(units))
  return (
    <Box mih={80}>
      <Loaded of={load} skeleton={<Skeleton h={80} />}>
        {(entries) => (
          <>
            {entries.length === 0 && <Text size="sm">{wallets.noHistory}</Text>}
            {entries.map((entry) => (
              <Entry
                key={entry.id}
                title={wallets.reasons[entry.reason] ?? loyalty.reason[entry.reason as keyof typeof loyalty.reason]}
                value={isMove(entry) ? said(entry.points) : `${signed(entry.points)}${wallet === 'credit' ? ' đ' : ''}`}
                tone={isMove(entry) ? 'dimmed' : entry.points > 0 ? 'var(--good)' : 'var(--bad)'}
                under={[
                  entry.about,
                  entry.sum.reason === entry.about ? undefined : entry.sum.reason,
                  entry.sum.paidVnd === undefined ? undefined : wallets.paid(formatVnd(entry.sum.paidVnd)),
                  stamp(entry.at),
                ]}
              />
            ))}
            {entries.length >= 50 && <Text size="xs">{loyalty.newest}</Text>}
          </>
        )}
      </Loaded>
    </Box>
  )
}
