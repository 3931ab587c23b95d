import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconGift, IconScan, IconUser } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { formatNumber } from '../../../../shared/money.ts'
import { answerOf, api } from '../../api.ts'
import { useCustomerBeside } from '../../parts/address.ts'
import { Card } from '../../parts/card.tsx'
import { useWords } from '../../words/words.ts'
import { GiveOffer } from '../offers/give-offer.tsx'
import { VisitsToday } from './visits-today.tsx'

/** Whom the desk has before it; `code` is what their phone showed, and missing where they were found by phone. */
export type Found = { id: string; name: string; phoneEnd: string | null; balance: number; code?: string }

export function FoundCustomer({ customer, onNext }: { customer: Found; onNext: () => void }) {
  const words = useWords()
  const { open } = useCustomerBeside()
  const [giving, give] = useDisclosure()
  const file = useQuery({
    queryKey: ['customer', customer.id],
    queryFn: () => answerOf(api.customers[':id'].$get({ param: { id: customer.id } })),
  })
  return (
    <Card>
      <Stack gap={16}>
        <div role="status">
          <Title order={2}>{customer.name}</Title>
          {customer.phoneEnd && (
            <Text size="sm" c="dimmed">
              {words.scan.phoneEnd(customer.phoneEnd)}
            </Text>
          )}
          <Text fz={28} fw={700} mt={8}>
            {words.points(formatNumber(file.data?.standing.balance ?? customer.balance))}
          </Text>
          {!customer.code && <Text size="sm">{words.scan.byPhone}</Text>}
        </div>
        {file.data && <VisitsToday customer={customer} visits={file.data.visits} />}
        <Group gap={8}>
          <Button variant="light" leftSection={<IconGift size={18} aria-hidden />} onClick={give.open}>
            {words.scan.give}
          </Button>
          <Button variant="default" leftSection={<IconUser size={18} aria-hidden />} onClick={() => open(customer.id)}>
            {words.scan.open}
          </Button>
          <Button variant="default" leftSection={<IconScan size={18} aria-hidden />} onClick={onNext}>
            {words.scan.next}
          </Button>
        </Group>
        <GiveOffer
          customer={customer}
          spendable={file.data?.standing.spendable ?? Math.max(0, customer.balance)}
          code={customer.code}
          opened={giving}
          onClose={give.close}
          onGiven={onNext}
        />
      </Stack>
    </Card>
  )
}
