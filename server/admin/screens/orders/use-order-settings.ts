import type { OrderSettings } from '../../../../shared/orders.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { useDraft } from '../../parts/draft.ts'
import { useWords } from '../../words/words.ts'

const counts = ['pickupMost', 'pickupLeadMinutes', 'deliveryVnd', 'leastVnd', 'payMinutes'] as const
type Counts = (typeof counts)[number]
type Typed = Counts | 'freeDeliveryFromVnd'
type Values = Omit<OrderSettings, Typed> & Record<Typed, number | ''>
export type OrderSettingsDraft = ReturnType<typeof useDraft<Values>>

/** The settings while some of them are changed; they are always kept as a whole. */
export function useOrderSettings({ freeDeliveryFromVnd, ...settings }: OrderSettings) {
  const words = useWords()
  const save = useAct(
    ({ freeDeliveryFromVnd: free, ...values }: Values) => {
      const whole = Object.fromEntries(counts.map((count) => [count, values[count] || 0])) as Record<Counts, number>
      const json = { ...values, ...whole, freeDeliveryFromVnd: free === '' ? null : free }
      return answerOf(api['order-settings'].$put({ json }))
    },
    { said: () => words.settings.saved },
  )
  const draft = useDraft<Values>({ ...settings, freeDeliveryFromVnd: freeDeliveryFromVnd ?? '' }, save.error)
  return { draft, busy: save.isPending, onSubmit: () => save.mutate(draft.values) }
}
