import { Button, Group, Stack } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus, IconUsers } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { formatNumber } from '../../../../shared/money.ts'
import { displayPhone } from '../../../../shared/phone.ts'
import type { CustomerRow } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAddress, useCustomerBeside } from '../../parts/address.ts'
import { useFormats } from '../../parts/formats.ts'
import { type Column, List } from '../../parts/list.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Notice } from '../../parts/notice.tsx'
import { Page } from '../../parts/page.tsx'
import { Pager } from '../../parts/pager.tsx'
import { useWords } from '../../words/words.ts'
import { ImportLink } from '../imports/import-link.tsx'
import { AddCustomer } from './add-customer.tsx'

const newestFirst = '-lastVisitOn'

export function Customers() {
  const words = useWords()
  const { get, offset } = useAddress()
  const beside = useCustomerBeside()
  const [adding, { open, close }] = useDisclosure(false)
  const columns = useColumns()
  const query = { offset: String(offset), sort: get('sort') || newestFirst }
  const load = useQuery({
    queryKey: ['customers', query],
    queryFn: () => answerOf(api.customers.$get({ query })),
    placeholderData: keepPreviousData,
  })
  const add = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={open}>
      {words.customers.add}
    </Button>
  )
  return (
    <Page
      title={words.pages.customers}
      actions={
        <Group gap={8}>
          <ImportLink />
          {add}
        </Group>
      }
    >
      <Loaded of={load} skeleton={<List columns={columns} rows={undefined} />}>
        {({ total, customers }) =>
          total === 0 ? (
            <Notice icon={IconUsers} text={words.customers.empty}>
              {add}
            </Notice>
          ) : (
            <Stack gap={12}>
              <List
                columns={columns}
                rows={customers}
                onOpen={({ id }) => beside.open(id)}
                chosen={beside.customerId}
                sorted={newestFirst}
              />
              <Pager total={total} shown={customers.length} />
            </Stack>
          )
        }
      </Loaded>
      <AddCustomer opened={adding} onClose={close} />
    </Page>
  )
}

function useColumns(): Column<CustomerRow>[] {
  const words = useWords()
  const { day } = useFormats()
  return [
    { key: 'name', title: words.fields.name, cell: (row) => row.name, sorts: true },
    {
      key: 'phone',
      title: words.fields.phone,
      cell: (row) => (row.phone ? displayPhone(row.phone) : words.customers.noPhone),
    },
    {
      key: 'points',
      title: words.customers.points,
      cell: (row) => formatNumber(row.points),
      number: true,
      sorts: true,
    },
    { key: 'visits', title: words.customers.visits, cell: (row) => row.visits, number: true, sorts: true },
    {
      key: 'lastVisitOn',
      title: words.customers.lastVisit,
      cell: (row) => (row.lastVisitOn ? day(row.lastVisitOn) : words.customers.never),
      sorts: true,
    },
  ]
}
