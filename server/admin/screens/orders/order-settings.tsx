import { Select, Skeleton, Switch, Text, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { OrderSettings as Settings } from '../../../../shared/orders.ts'
import { answerOf, api } from '../../api.ts'
import { CountInput, MoneyInput } from '../../parts/amounts.tsx'
import { Form } from '../../parts/form.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { useWords } from '../../words/words.ts'
import { SettingsSection } from '../catalog/settings-section.tsx'
import { type OrderSettingsDraft, useOrderSettings } from './use-order-settings.ts'

/** How orders come to people, and how they pay for them. */
export function OrderSettings() {
  const load = useQuery({ queryKey: ['order-settings'], queryFn: () => answerOf(api['order-settings'].$get()) })
  return (
    <Loaded of={load} skeleton={<Skeleton h={420} />}>
      {(settings) => <SettingsForm settings={settings} />}
    </Loaded>
  )
}

function SettingsForm({ settings }: { settings: Settings }) {
  const { orderSettings: words } = useWords()
  const { draft, busy, onSubmit } = useOrderSettings(settings)
  return (
    <Form onSubmit={onSubmit} busy={busy}>
      <Pickup draft={draft} />
      <Delivery draft={draft} />
      <SettingsSection title={words.eatIn}>
        <Switch label={words.eatInOn} description={words.eatInHint} {...draft.check('eatIn')} />
      </SettingsSection>
      <Paying draft={draft} />
    </Form>
  )
}

const steps = ['10', '15', '20', '30', '60']

function Pickup({ draft }: { draft: OrderSettingsDraft }) {
  const words = useWords()
  const { orderSettings: say, settings } = words
  const { pickup, pickupStepMinutes } = draft.values
  return (
    <SettingsSection title={say.pickup}>
      <Switch label={say.pickupOn} description={say.pickupHint} {...draft.check('pickup')} />
      {pickup ? (
        <Select
          label={say.step}
          allowDeselect={false}
          data={steps.map((minutes) => ({ value: minutes, label: words.minutes(Number(minutes)) }))}
          value={String(pickupStepMinutes)}
          onChange={(minutes) => draft.set('pickupStepMinutes', Number(minutes) as Settings['pickupStepMinutes'])}
        />
      ) : (
        <span />
      )}
      {pickup && (
        <>
          <CountInput
            label={say.most}
            description={say.mostHint}
            suffix={say.orders}
            min={1}
            max={200}
            {...draft.number('pickupMost')}
          />
          <CountInput
            label={say.lead}
            description={say.leadHint}
            suffix={settings.minutes}
            max={1440}
            {...draft.number('pickupLeadMinutes')}
          />
        </>
      )}
    </SettingsSection>
  )
}

function Delivery({ draft }: { draft: OrderSettingsDraft }) {
  const { orderSettings: say } = useWords()
  const { delivery } = draft.values
  return (
    <SettingsSection title={say.delivery}>
      <Switch label={say.deliveryOn} {...draft.check('delivery')} />
      {delivery ? <MoneyInput label={say.fee} {...draft.number('deliveryVnd')} /> : <span />}
      {delivery && (
        <>
          <MoneyInput label={say.freeFrom} description={say.freeFromHint} {...draft.number('freeDeliveryFromVnd')} />
          <Textarea
            label={say.deliveryWords}
            description={say.deliveryWordsHint}
            autosize
            minRows={2}
            maxLength={300}
            {...draft.text('deliveryWords')}
          />
        </>
      )}
    </SettingsSection>
  )
}

function Paying({ draft }: { draft: OrderSettingsDraft }) {
  const { orderSettings: say, settings } = useWords()
  return (
    <SettingsSection title={say.paying}>
      <Switch label={say.cash} {...draft.check('cash')} />
      <Switch label={say.transfer} description={say.transferHint} {...draft.check('transfer')} />
      <Switch label={say.checkout} description={say.checkoutHint} {...draft.check('checkout')} />
      <CountInput
        label={say.payMinutes}
        description={say.payMinutesHint}
        suffix={settings.minutes}
        min={10}
        max={1440}
        {...draft.number('payMinutes')}
      />
      <MoneyInput label={say.least} description={say.leastHint} {...draft.number('leastVnd')} />
      {draft.errorOf('cash') && (
        <Text size="sm" c="var(--bad)" role="alert">
          {draft.errorOf('cash')}
        </Text>
      )}
    </SettingsSection>
  )
}
