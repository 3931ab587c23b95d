import { Box, CloseButton, Group, ScrollArea, Skeleton, Stack, Tabs, Title } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { CustomerFile } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useCustomerBeside } from '../../parts/address.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { useWords } from '../../words/words.ts'
import { CustomerWallets } from '../cards/customer-wallets.tsx'
import { CustomerVouchers } from '../offers/customer-vouchers.tsx'
import { CustomerActs } from './customer-acts.tsx'
import { CustomerFeedback } from './customer-feedback.tsx'
import { CustomerGroups } from './customer-groups.tsx'
import { CustomerMessages } from './customer-messages.tsx'
import { CustomerOrders } from './customer-orders.tsx'
import { CustomerPoints } from './customer-points.tsx'
import { CustomerProfile } from './customer-profile.tsx'
import { CustomerTimeline } from './customer-timeline.tsx'
import { CustomerVisits } from './customer-visits.tsx'
import { ServiceCard } from './service-card.tsx'

/** Everything about one customer, beside the page that led here; Escape closes it. */
export function CustomerBeside({ id }: { id: string }) {
  const words = useWords()
  const { close } = useCustomerBeside()
  const load = useQuery({
    queryKey: ['customer', id],
    queryFn: () => answerOf(api.customers[':id'].$get({ param: { id } })),
  })
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  useHotkeys([['Escape', ({ target }) => isOfPopup(target) || close()]])

  return (
    <Stack component="section" gap={0} h="100%" aria-label={words.customers.profile}>
      <Group justify="space-between" wrap="nowrap" h={60} px={16} style={{ borderBottom: '1px solid var(--line)' }}>
        <Title order={2} ref={heading} tabIndex={-1} style={{ outline: 'none' }}>
          {load.data?.customer.name ?? words.customers.profile}
        </Title>
        <CloseButton size="lg" aria-label={words.acts.close} onClick={close} />
      </Group>
      <ScrollArea flex={1}>
        <Box p={16}>
          <Loaded of={load} skeleton={<FileSkeleton />}>
            {(file) => <File file={file} />}
          </Loaded>
        </Box>
      </ScrollArea>
    </Stack>
  )
}

/** A dialog or a menu over the page has an Escape of its own. */
const isOfPopup = (target: EventTarget | null) =>
  target instanceof Element && target.closest('[role=dialog], [role=menu], [role=listbox]') !== null

function File({ file }: { file: CustomerFile }) {
  const {
    customers: { tabs },
    profiles,
  } = useWords()
  return (
    <Stack gap={16}>
      <CustomerProfile customer={file.customer} noShows={file.noShows} />
      <ServiceCard file={file} />
      <CustomerActs file={file} />
      <Tabs defaultValue="points" keepMounted={false} styles={{ tab: { paddingInline: 6 } }}>
        <Tabs.List grow mb={12}>
          <Tabs.Tab value="profile">{profiles.tab}</Tabs.Tab>
          <Tabs.Tab value="timeline">{profiles.timelineTab}</Tabs.Tab>
          <Tabs.Tab value="points">{tabs.points}</Tabs.Tab>
          <Tabs.Tab value="vouchers">{tabs.vouchers}</Tabs.Tab>
          <Tabs.Tab value="wallets">{tabs.wallets}</Tabs.Tab>
          <Tabs.Tab value="visits">{tabs.visits}</Tabs.Tab>
          <Tabs.Tab value="orders">{tabs.orders}</Tabs.Tab>
          <Tabs.Tab value="feedback">{tabs.feedback}</Tabs.Tab>
          <Tabs.Tab value="messages">{tabs.messages}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="profile">
          <CustomerGroups file={file} />
        </Tabs.Panel>
        <Tabs.Panel value="timeline">
          <CustomerTimeline customerId={file.customer.id} />
        </Tabs.Panel>
        <Tabs.Panel value="points">
          <CustomerPoints file={file} />
        </Tabs.Panel>
        <Tabs.Panel value="vouchers">
          <CustomerVouchers vouchers={file.vouchers} />
        </Tabs.Panel>
        <Tabs.Panel value="wallets">
          <CustomerWallets customer={file.customer} />
        </Tabs.Panel>
        <Tabs.Panel value="visits">
          <CustomerVisits visits={file.visits} />
        </Tabs.Panel>
        <Tabs.Panel value="orders">
          <CustomerOrders customerId={file.customer.id} />
        </Tabs.Panel>
        <Tabs.Panel value="feedback">
          <CustomerFeedback feedback={file.feedback} />
        </Tabs.Panel>
        <Tabs.Panel value="messages">
          <CustomerMessages file={file} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  )
}

const FileSkeleton = () => (
  <Stack gap={16}>
    <Skeleton h={20} w="60%" />
    <Skeleton h={64} />
    <Skeleton h={36} />
    <Skeleton h={56} />
    <Skeleton h={56} />
    <Skeleton h={56} />
  </Stack>
)
