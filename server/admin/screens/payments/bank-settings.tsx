import { Skeleton, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { BankAccountForm } from './bank-account-form.tsx'
import { BankNotices } from './bank-notices.tsx'

/** The account that customers pay into, and how the shop hears of what they paid. */
export function BankSettings() {
  const load = useQuery({ queryKey: ['bank'], queryFn: () => answerOf(api.bank.$get()) })
  return (
    <Loaded of={load} skeleton={<Skeleton h={280} />}>
      {(bank) => (
        <Stack gap={16} maw={760}>
          <BankAccountForm account={bank.account} />
          <BankNotices bank={bank} />
        </Stack>
      )}
    </Loaded>
  )
}
