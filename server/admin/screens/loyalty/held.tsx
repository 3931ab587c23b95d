import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { formatNumber, formatVnd } from '../../../../shared/money.ts'
import type { HeldLot, SpentRefund } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { Card } from '../../parts/card.tsx'
import { Entry } from '../../parts/entry.tsx'
import { useFormats } from '../../parts/formats.ts'
import { type Column, List } from '../../parts/list.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Notice } from '../../parts/notice.tsx'
import { Page } from '../../parts/page.tsx'
import { Person } from '../../parts/person.tsx'
import { useWords } from '../../words/words.ts'
import { useHeld } from './use-held.ts'

/** Points that are unusual: each is decided with one press. Below, refunds that found nothing to take back. */
export function HeldScreen() {
  const words = useWords()
  const load = useHeld()
  const columns = useColumns()
  return (
    <Page title={words.pages.held}>
      <Text c="dimmed" maw={640}>
        {words.held.intro}
      </Text>
      <Loaded of={load} skeleton={<List columns={columns} rows={undefined} />}>
        {(lots) =>
          lots.length === 0 ? (
            <Notice icon={IconCheck} text={words.held.none} />
          ) : (
            <List columns={columns} rows={lots.map((lot) => ({ id: lot.lotId, ...lot }))} />
          )
        }
      </Loaded>
      <Refunds />
    </Page>
  )
}

type Row = HeldLot & { id: string }

function useColumns(): Column<Row>[] {
  const words = useWords()
  const { stamp } = useFormats()
  const { held } = words
  return [
    { key: 'customer', title: words.walkIn.customer, cell: ({ customer }) => <Person customer={customer} /> },
    { key: 'points', title: held.points, cell: ({ points }) => formatNumber(points), number: true },
    { key: 'why', own: true, title: held.reason, cell: ({ why }) => (why ? held.why[why] : '') },
    {
      key: 'what',
      own: true,
      title: held.what,
      cell: ({ thanks, about, paidVnd, servedBy, by, at }) => (
        <div>
          {[thanks && words.thanks[thanks], about].filter(Boolean).join(' · ')}
          <Text size="sm" c="dimmed">
            {[
              paidVnd !== null && held.paid(formatVnd(paidVnd)),
              servedBy && held.servedBy(servedBy),
              by && held.enteredBy(by),
              stamp(at),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </div>
      ),
    },
    { key: 'acts', title: '', own: true, cell: (lot) => <Decide lot={lot} /> },
  ]
}

function Decide({ lot: { lotId: id, points, customer } }: { lot: HeldLot }) {
  const { held: words } = useWords()
  const param = { id }
  const confirm = useAct(() => answerOf(api.lots[':id'].confirm.$post({ param })), {
    said: () => words.confirmed(formatNumber(points), customer.name),
  })
  const drop = useAct(() => answerOf(api.lots[':id'].void.$post({ param })), {
    said: () => words.voided(formatNumber(points), customer.name),
  })
  const busy = confirm.isPending || drop.isPending
  return (
    <Group gap={8} justify="flex-end" wrap="nowrap">
      <Button variant="default" loading={drop.isPending} disabled={busy} onClick={() => drop.mutate(undefined)}>
        {words.void}
      </Button>
      <Button loading={confirm.isPending} disabled={busy} onClick={() => confirm.mutate(undefined)}>
        {words.confirm}
      </Button>
    </Group>
  )
}

function Refunds() {
  const { held: words } = useWords()
  const load = useQuery({ queryKey: ['held', 'refunds'], queryFn: () => answerOf(api.held.refunds.$get()) })
  return (
    <Card>
      <Title order={2}>{words.refunds}</Title>
      <Text size="sm" c="dimmed" mb={8}>
        {words.refundsHint}
      </Text>
      <Loaded of={load} skeleton={<Stack h={40} />}>
        {(refunds) =>
          refunds.length === 0 ? (
            <Text size="sm">{words.noRefunds}</Text>
          ) : (
            refunds.map((refund) => <OneRefund key={refund.id} refund={refund} />)
          )
        }
      </Loaded>
    </Card>
  )
}

function OneRefund({ refund: { customer, points, refundedVnd, about, at } }: { refund: SpentRefund }) {
  const { held: words } = useWords()
  const { stamp } = useFormats()
  return (
    <Entry
      title={<Person customer={customer} />}
      value={words.short(formatNumber(points))}
      under={[words.refunded(formatVnd(refundedVnd)), about, stamp(at)]}
    />
  )
}
