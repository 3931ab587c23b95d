import { IconPackage } from '@tabler/icons-react'
import { formatNumber, formatVnd } from '../../../../shared/money.ts'
import type { PackagePlan } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import type { Column } from '../../parts/list.tsx'
import { Side, useEdited } from '../../parts/side.tsx'
import { useWords } from '../../words/words.ts'
import { CardList } from './card-list.tsx'
import { EndButton } from './end-button.tsx'
import { PackagePlanForm } from './package-plan-form.tsx'
import { usePackagePlans } from './use-cards.ts'

/** Sessions that are sold together. */
export function PackagePlans() {
  const words = useWords()
  const { plans } = words.cards
  const load = usePackagePlans()
  const edited = useEdited<PackagePlan>()
  const days = (n: number | null) => (n === null ? plans.forGood : `${formatNumber(n)}${plans.days}`)
  const columns: Column<PackagePlan>[] = [
    { key: 'name', title: words.fields.name, cell: (row) => row.name },
    { key: 'service', title: plans.service, cell: (row) => row.service },
    { key: 'sessions', title: plans.sessions, cell: (row) => formatNumber(row.sessions), number: true },
    { key: 'price', title: plans.price, cell: (row) => formatVnd(row.priceVnd), number: true },
    { key: 'validDays', title: plans.validDays, cell: (row) => days(row.validDays), number: true },
    { key: 'sold', title: plans.sold, cell: (row) => formatNumber(row.sold), number: true },
  ]
  return (
    <>
      <CardList of={load} columns={columns} words={plans} icon={IconPackage} onOpen={edited.open} />
      <Side edited={edited} newTitle={plans.add} titleOf={(plan) => plan.name}>
        {(plan) => (
          <>
            <PackagePlanForm plan={plan} onClose={edited.close} />
            {plan && (
              <EndButton
                name={plan.name}
                words={plans}
                end={() => answerOf(api['package-plans'][':id'].end.$post({ param: { id: plan.id } }))}
                onDone={edited.close}
              />
            )}
          </>
        )}
      </Side>
    </>
  )
}
