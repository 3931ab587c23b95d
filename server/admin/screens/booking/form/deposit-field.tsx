import { Switch } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatVnd } from '../../../../../shared/money.ts'
import { answerOf, api } from '../../../api.ts'
import { useWords } from '../../../words/words.ts'
import type { Wanted } from './wanted.ts'

type Asked = { wanted: Wanted; startsAt: string; customerId: string | undefined }
type Props = { asked: Asked | undefined; value: boolean; onChange: (asks: boolean) => void }

/** Shown where the service or the customer calls for a deposit: at the desk it is asked for or not, as staff see fit. */
export function DepositField({ asked, value, onChange }: Props) {
  const words = useWords().deposits
  const { data } = useQuery({
    queryKey: ['deposit-due', asked],
    queryFn: () => {
      const { wanted, startsAt, customerId } = asked!
      const query = { wanted: JSON.stringify(wanted), startsAt, ...(customerId && { customerId }) }
      return answerOf(api.deposits.due.$get({ query }))
    },
    enabled: asked !== undefined,
  })
  const due = asked && data?.due
  if (!due) return null
  const why = due.noShows > 0 ? `${words.askRisk(due.noShows)} ` : ''
  return (
    <Switch
      label={words.ask(formatVnd(due.amountVnd))}
      description={why + words.askHint(due.minutes)}
      checked={value}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  )
}
