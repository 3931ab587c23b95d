import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { Account } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { type Column, List } from '../../parts/list.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { OnOff } from '../../parts/on-off.tsx'
import { Page } from '../../parts/page.tsx'
import { Side, useEdited } from '../../parts/side.tsx'
import { useSession } from '../../session.ts'
import { useWords } from '../../words/words.ts'
import { AddAccount, ChangeAccount } from './account-forms.tsx'

export function Accounts() {
  const words = useWords()
  const me = useSession().account.id
  const load = useQuery({ queryKey: ['accounts'], queryFn: () => answerOf(api.accounts.$get()) })
  const edited = useEdited<Account>()
  const columns: Column<Account>[] = [
    {
      key: 'name',
      title: words.fields.name,
      cell: (row) => (row.id === me ? `${row.name} (${words.accounts.you})` : row.name),
    },
    { key: 'email', title: words.fields.email, cell: (row) => row.email },
    { key: 'role', title: words.fields.role, cell: (row) => words.roles[row.role] },
    { key: 'active', title: words.fields.state, cell: (row) => <OnOff on={row.active} /> },
  ]
  const add = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => edited.open('new')}>
      {words.accounts.add}
    </Button>
  )
  return (
    <Page title={words.pages.accounts} actions={add}>
      <Loaded of={load} skeleton={<List columns={columns} rows={undefined} />}>
        {(accounts) => <List columns={columns} rows={accounts} onOpen={edited.open} />}
      </Loaded>
      <Side edited={edited} newTitle={words.accounts.add} titleOf={(account) => account.name}>
        {(account) =>
          account ? <ChangeAccount account={account} onClose={edited.close} /> : <AddAccount onClose={edited.close} />
        }
      </Side>
    </Page>
  )
}
