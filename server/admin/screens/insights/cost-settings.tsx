import { Modal, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { CountInput } from '../../parts/amounts.tsx'
import { Chips } from '../../parts/chips.tsx'
import { useDraft } from '../../parts/draft.ts'
import { Form } from '../../parts/form.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { useWords } from '../../words/words.ts'
import type { FigureSettings } from './use-figures.ts'

const waits = ['30', '45', '60', '90'] as const

/** What only the owner knows: what things cost, and what give-back is healthy. */
export function CostSettings({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { insights } = useWords()
  const load = useQuery({
    queryKey: ['figures', 'settings'],
    queryFn: () => answerOf(api.figures.settings.$get()),
    enabled: opened,
  })
  return (
    <Modal opened={opened} onClose={onClose} title={insights.costs.title}>
      <Loaded of={load} skeleton={null}>
        {(settings) => <CostForm settings={settings} onClose={onClose} />}
      </Loaded>
    </Modal>
  )
}

const typed = (percent: number | null): number | '' => percent ?? ''
const told = (percent: number | '') => (percent === '' ? null : percent)

function CostForm({ settings, onClose }: { settings: FigureSettings; onClose: () => void }) {
  const { costs } = useWords().insights
  const save = useAct((json: FigureSettings) => answerOf(api.figures.settings.$put({ json })), {
    said: () => costs.saved,
    done: onClose,
  })
  const draft = useDraft(
    {
      serviceCostPercent: typed(settings.serviceCostPercent),
      goodsCostPercent: typed(settings.goodsCostPercent),
      giveBackFromPercent: typed(settings.giveBackFromPercent),
      giveBackToPercent: typed(settings.giveBackToPercent),
      secondVisitDays: settings.secondVisitDays,
    },
    save.error,
  )
  const { values } = draft
  const submit = () =>
    save.mutate({
      serviceCostPercent: told(values.serviceCostPercent),
      goodsCostPercent: told(values.goodsCostPercent),
      giveBackFromPercent: told(values.giveBackFromPercent),
      giveBackToPercent: told(values.giveBackToPercent),
      secondVisitDays: values.secondVisitDays,
    })
  return (
    <Form onSubmit={submit} busy={save.isPending}>
      <Text size="sm">{costs.why}</Text>
      <CountInput
        {...share}
        label={costs.services}
        description={costs.servicesHint}
        data-autofocus
        {...draft.number('serviceCostPercent')}
      />
      <CountInput {...share} label={costs.goods} description={costs.goodsHint} {...draft.number('goodsCostPercent')} />
      <CountInput {...share} label={costs.giveBackFrom} {...draft.number('giveBackFromPercent')} />
      <CountInput
        {...share}
        label={costs.giveBackTo}
        description={costs.giveBackHint}
        {...draft.number('giveBackToPercent')}
      />
      <Chips
        label={costs.secondVisit}
        choices={waits.map((value) => ({ value, label: costs.days(value) }))}
        value={String(values.secondVisitDays)}
        onChange={(days) => draft.set('secondVisitDays', Number(days) as FigureSettings['secondVisitDays'])}
      />
    </Form>
  )
}

const share = { suffix: ' %', max: 100 } as const
