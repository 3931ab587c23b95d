import { Group, Modal, Text } from '@mantine/core'
import { formatNumber, formatVnd } from '../../../../shared/money.ts'
import type { Visit } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { MoneyInput } from '../../parts/amounts.tsx'
import { useDraft } from '../../parts/draft.ts'
import { Form } from '../../parts/form.tsx'
import { useSession } from '../../session.ts'
import { useWords } from '../../words/words.ts'

type Props = { visit: Visit; opened: boolean; onClose: () => void; onDone: () => void }

export function CompleteVisit({ opened, onClose, ...rest }: Props) {
  const words = useWords()
  return (
    <Modal opened={opened} onClose={onClose} title={words.visit.completeTitle}>
      <CompleteForm {...rest} />
    </Modal>
  )
}

/** The price, less a discount, less what a reward covers: what is taken, and the points it earns. */
function CompleteForm({ visit, onDone }: Pick<Props, 'visit' | 'onDone'>) {
  const words = useWords()
  const { pointsUnitVnd } = useSession().shop
  const complete = useAct(
    (json: { priceVnd?: number; discountVnd: number; coveredByPointsVnd: number }) =>
      answerOf(api.bookings[':id'].complete.$post({ param: { id: visit.id }, json })),
    {
      said: ({ paidVnd, points }) =>
        points
          ? words.visit.completedWith(formatVnd(paidVnd ?? 0), formatNumber(points))
          : words.visit.completed(formatVnd(paidVnd ?? 0)),
      done: onDone,
    },
  )
  const draft = useDraft<Record<'priceVnd' | 'discountVnd' | 'coveredByPointsVnd', number | ''>>(
    { priceVnd: visit.priceVnd, discountVnd: '', coveredByPointsVnd: '' },
    complete.error,
  )
  const priceVnd = draft.values.priceVnd || 0
  const discountVnd = draft.values.discountVnd || 0
  const coveredByPointsVnd = draft.values.coveredByPointsVnd || 0
  const paidVnd = priceVnd - discountVnd - coveredByPointsVnd
  const tooMuch = paidVnd < 0 ? words.visit.tooMuch : undefined

  return (
    <Form
      onSubmit={() => complete.mutate({ ...(visit.hasOpenPrice && { priceVnd }), discountVnd, coveredByPointsVnd })}
      busy={complete.isPending}
      submit={words.visit.confirm(formatVnd(Math.max(0, paidVnd)))}
      blocked={tooMuch !== undefined || draft.values.priceVnd === ''}
    >
      <Line label={visit.serviceName} value={formatVnd(visit.priceVnd)} />
      {visit.hasOpenPrice && (
        <MoneyInput
          label={words.openPrice.label}
          description={words.openPrice.hint}
          step={10_000}
          {...draft.number('priceVnd')}
        />
      )}
      <MoneyInput
        label={words.visit.discount}
        step={10_000}
        {...draft.number('discountVnd')}
        error={draft.errorOf('discountVnd') ?? (coveredByPointsVnd === 0 ? tooMuch : undefined)}
      />
      <MoneyInput
        label={words.visit.covered}
        description={words.visit.coveredHint}
        step={10_000}
        {...draft.number('coveredByPointsVnd')}
        error={draft.errorOf('coveredByPointsVnd') ?? (coveredByPointsVnd > 0 ? tooMuch : undefined)}
      />
      <div aria-live="polite">
        <Line label={words.visit.paid} value={formatVnd(Math.max(0, paidVnd))} strong />
        <Text size="sm" c="dimmed">
          {visit.customer
            ? words.visit.earns(formatNumber(Math.floor(Math.max(0, paidVnd) / pointsUnitVnd)))
            : words.visit.earnsNothing}
        </Text>
      </div>
    </Form>
  )
}

const Line = ({ label, value, strong }: { label: string; value: string; strong?: boolean }) => (
  <Group justify="space-between" wrap="nowrap" fw={strong ? 600 : undefined} fz={strong ? 20 : 16}>
    <span>{label}</span>
    <span>{value}</span>
  </Group>
)
