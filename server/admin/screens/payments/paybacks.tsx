import { Button, Group, Modal, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatVnd } from '../../../../shared/money.ts'
import type { PaybackDone } from '../../../../shared/payments.ts'
import type { HeldCheckout, Payback } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { Entry } from '../../parts/entry.tsx'
import { useFormats } from '../../parts/formats.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { useWords } from '../../words/words.ts'
import { PayBack } from './pay-back.tsx'
import { Section } from './section.tsx'
import { SettleHeld } from './settle-held.tsx'

/** Money that is owed to customers, and money of Zalo's sheet that nobody could place. */
export function Paybacks() {
  const { payback: words } = useWords()
  const load = useQuery({
    queryKey: ['paybacks'],
    queryFn: () => answerOf(api.paybacks.$get()),
    refetchInterval: 30_000,
  })
  return (
    <Section title={words.title} hint={words.hint} at="paybacks">
      <Loaded of={load} skeleton={<Text size="sm">…</Text>}>
        {({ paybacks, held }) => (
          <>
            {paybacks.length === 0 && <Text size="sm">{words.none}</Text>}
            {paybacks.map((payback) => (
              <OnePayback key={payback.id} payback={payback} />
            ))}
            {held.map((event) => (
              <OneHeld key={event.id} event={event} />
            ))}
          </>
        )}
      </Loaded>
    </Section>
  )
}

function OnePayback({ payback }: { payback: Payback }) {
  const { payback: words, today } = useWords()
  const { stamp } = useFormats()
  const [way, choose] = useState<PaybackDone['way']>()
  const { amountVnd, customer, customerId, reason, state, note, createdAt, forKind, code, service } = payback
  const close = () => choose(undefined)
  const vnd = formatVnd(amountVnd)
  const ways = (['cash', 'transfer', 'credit'] as const).filter((each) => each !== 'credit' || customerId)
  const ofVisit = service ?? code
  const what = { order: words.order(code), visit: ofVisit }[forKind as string] ?? words.deposit(ofVisit)
  const byZalo = payback.way === 'checkout' && state !== 'failed'
  const under = [words.reasons[reason], byZalo ? words.byZalo : null, note, stamp(createdAt)]
  return (
    <>
      <Entry title={`${customer ?? today.noCustomer} · ${what}`} value={vnd} under={under}>
        {state === 'failed' && (
          <Text size="sm" c="red.8">
            {words.failed}
          </Text>
        )}
      </Entry>
      {state !== 'asked' && (
        <Group gap={8} justify="flex-end" mb={12}>
          {ways.map((each) => (
            <Button key={each} variant="default" onClick={() => choose(each)}>
              {words.ways[each]}
            </Button>
          ))}
        </Group>
      )}
      <Modal opened={way !== undefined} onClose={close} title={way && words.sure[way](vnd)}>
        {way && <PayBack payback={payback} way={way} onClose={close} />}
      </Modal>
    </>
  )
}

function OneHeld({ event }: { event: HeldCheckout }) {
  const { payback: words, differences } = useWords()
  const { stamp } = useFormats()
  const [opened, { open, close }] = useDisclosure(false)
  const { amountVnd, verdict, zaloOrderId, at } = event
  const why = verdict === 'mismatch' ? words.mismatch : words.unknown
  const vnd = formatVnd(amountVnd ?? 0)
  return (
    <>
      <Entry title={why} value={vnd} under={[words.zaloOrder(zaloOrderId), stamp(at)]} />
      <Group justify="flex-end" mb={12}>
        <Button variant="default" onClick={open}>
          {differences.settle}
        </Button>
      </Group>
      <Modal opened={opened} onClose={close} title={differences.settleTitle(vnd)}>
        <SettleHeld event={event} onClose={close} />
      </Modal>
    </>
  )
}
