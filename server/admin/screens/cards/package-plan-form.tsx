import { Group, Select, Switch, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { newId } from '../../../../shared/ids.ts'
import { formatVnd } from '../../../../shared/money.ts'
import type { PackagePlan } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { CountInput, MoneyInput } from '../../parts/amounts.tsx'
import { useDraft } from '../../parts/draft.ts'
import { Form } from '../../parts/form.tsx'
import { useWords } from '../../words/words.ts'
import { useServices } from '../catalog/use-catalog.ts'

type Props = { plan: PackagePlan | undefined; onClose: () => void }

const valuesOf = (plan: PackagePlan | undefined) => ({
  name: plan?.name ?? '',
  serviceId: plan?.serviceId ?? '',
  sessions: (plan?.sessions ?? 10) as number | '',
  priceVnd: (plan?.priceVnd ?? '') as number | '',
  validDays: (plan ? (plan.validDays ?? '') : 180) as number | '',
  shareable: plan?.shareable ?? false,
})
type Values = ReturnType<typeof valuesOf>

export function PackagePlanForm({ plan, onClose }: Props) {
  const words = useWords()
  const { plans } = words.cards
  const [id] = useState(newId)
  const services = useServices().data ?? []
  const save = useAct(
    ({ sessions, priceVnd, validDays, ...rest }: Values) => {
      const json = { ...rest, sessions: sessions || 0, priceVnd: priceVnd || 0, validDays: validDays || null }
      return plan
        ? answerOf(api['package-plans'][':id'].$put({ param: { id: plan.id }, json }))
        : answerOf(api['package-plans'].$post({ json: { id, ...json } }))
    },
    { said: (_, { name }) => plans.saved(name), done: onClose },
  )
  const draft = useDraft(valuesOf(plan), save.error)
  const { name, serviceId, sessions, priceVnd } = draft.values
  const service = services.find((each) => each.id === serviceId)
  return (
    <Form
      onSubmit={() => save.mutate(draft.values)}
      busy={save.isPending}
      blocked={!name.trim() || !serviceId || !sessions || priceVnd === ''}
    >
      <TextInput
        label={words.fields.name}
        description={plans.nameHint}
        maxLength={60}
        data-autofocus
        {...draft.text('name')}
      />
      <Select
        label={plans.service}
        data={services.map((each) => ({ value: each.id, label: each.name }))}
        value={serviceId || null}
        onChange={(chosen) => draft.set('serviceId', chosen ?? '')}
        error={draft.errorOf('serviceId')}
        searchable
      />
      <Group grow align="flex-start">
        <CountInput label={plans.sessions} min={1} max={200} {...draft.number('sessions')} />
        <MoneyInput label={plans.price} step={50_000} {...draft.number('priceVnd')} />
      </Group>
      {service && sessions && priceVnd ? (
        <Text size="sm" c="dimmed">
          {plans.each(formatVnd(Math.floor(priceVnd / sessions)), formatVnd(service.priceVnd))}
        </Text>
      ) : null}
      <CountInput
        label={plans.validDays}
        description={plans.validHint}
        placeholder={plans.forGood}
        suffix={plans.days}
        max={3650}
        {...draft.number('validDays')}
      />
      <Switch label={plans.shareable} description={plans.shareableHint} {...draft.check('shareable')} />
    </Form>
  )
}
