import type { Settings } from '../../../../shared/catalog.ts'
import { displayPhone } from '../../../../shared/phone.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { useDraft } from '../../parts/draft.ts'
import { useWords } from '../../words/words.ts'
import type { ShopSettings } from './answers.ts'

const counts = [
  ...(['adjustmentLimitPoints', 'leadMinutes', 'horizonDays', 'cancelHours'] as const),
  ...(['maxOpenBookings', 'acceptMinutes', 'holdMinutes', 'offerMinutes', 'seriesMost'] as const),
  ...(['depositMinutes', 'riskDays', 'riskPercent'] as const),
]
type Counts = (typeof counts)[number]
type Values = Omit<Settings, Counts | 'maxPerDay'> & Record<Counts | 'maxPerDay', number | ''>
export type SettingsDraft = ReturnType<typeof useDraft<Values>>

/** The settings while some of them are changed; they are always kept as a whole. */
export function useSettingsDraft({ zone: _, doorEpoch: __, ...settings }: ShopSettings) {
  const words = useWords()
  const save = useAct(
    (values: Values) => {
      const whole = Object.fromEntries(counts.map((count) => [count, values[count] || 0])) as Record<Counts, number>
      return answerOf(api.settings.$put({ json: { ...values, ...whole, maxPerDay: values.maxPerDay || null } }))
    },
    { said: () => words.settings.saved },
  )
  const draft = useDraft<Values>(
    { ...settings, phone: displayPhone(settings.phone), maxPerDay: settings.maxPerDay ?? '' },
    save.error,
  )
  return { draft, busy: save.isPending, onSubmit: () => save.mutate(draft.values) }
}
