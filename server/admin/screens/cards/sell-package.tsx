import { Button, Modal, Select, Skeleton, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPackage } from '@tabler/icons-react'
import { useRef } from 'react'
import { newId } from '../../../../shared/ids.ts'
import { formatVnd } from '../../../../shared/money.ts'
import type { PayMethod } from '../../../../shared/payments.ts'
import type { PackagePlan } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { MoneyInput } from '../../parts/amounts.tsx'
import { useDraft } from '../../parts/draft.ts'
import { Form } from '../../parts/form.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { useWords } from '../../words/words.ts'
import { MethodChoice } from './method-choice.tsx'
import { usePackagePlans } from './use-cards.ts'

type Props = { customerId: string }

export function SellPackage({ customerId }: Props) {
  const { wallets } = useWords()
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <>
      <Button variant="default" w="fit-content" leftSection={<IconPackage size={18} aria-hidden />} onClick={open}>
        {wallets.sell}
      </Button>
      <Modal opened={opened} onClose={close} title={wallets.sellTitle}>
        <PlanChoice customerId={customerId} onClose={close} />
      </Modal>
    </>
  )
}

function PlanChoice(props: Props & { onClose: () => void }) {
  const { wallets } = useWords()
  const load = usePackagePlans()
  return (
    <Loaded of={load} skeleton={<Skeleton h={160} />}>
      {(plans) => {
        const live = plans.filter(({ state }) => state === 'live')
        return live.length === 0 ? <Text size="sm">{wallets.noPlans}</Text> : <SaleForm plans={live} {...props} />
      }}
    </Loaded>
  )
}

type Sale = { planId: string; paidVnd: number | ''; method: PayMethod }

/** For what the plan costs, unless something else was paid. */
function SaleForm({ customerId, plans, onClose }: Props & { plans: PackagePlan[]; onClose: () => void }) {
  const { wallets, cards } = useWords()
  const id = useRef(newId())
  const sell = useAct(
    ({ planId, paidVnd, method }: Sale) =>
      answerOf(
        api.customers[':id'].packages.$post({
          param: { id: customerId },
          json: { id: id.current, planId, paidVnd: paidVnd || 0, method },
        }),
      ),
    { said: ({ name }) => wallets.soldIt(name), done: onClose },
  )
  const [first] = plans
  const draft = useDraft<Sale>({ planId: first?.id ?? '', paidVnd: first?.priceVnd ?? '', method: 'cash' }, sell.error)
  const { planId, paidVnd } = draft.values
  const choose = (chosen: string | null) => {
    const plan = plans.find((each) => each.id === chosen)
    if (!plan) return
    draft.set('planId', plan.id)
    draft.set('paidVnd', plan.priceVnd)
  }
  return (
    <Form
      onSubmit={() => sell.mutate(draft.values)}
      busy={sell.isPending}
      submit={wallets.sellIt(formatVnd(paidVnd || 0))}
      blocked={!planId || paidVnd === ''}
    >
      <Select
        label={wallets.plan}
        data={plans.map((each) => ({
          value: each.id,
          label: `${each.name} · ${cards.plans.of(String(each.sessions))} · ${formatVnd(each.priceVnd)}`,
        }))}
        value={planId}
        onChange={choose}
        error={draft.errorOf('planId')}
      />
      <MoneyInput label={wallets.paidVnd} step={50_000} {...draft.number('paidVnd')} />
      <MethodChoice value={draft.values.method} onChange={(method) => draft.set('method', method)} />
      <Text size="sm" c="dimmed">
        {wallets.sellHint}
      </Text>
    </Form>
  )
}
