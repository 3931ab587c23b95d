import { Anchor, Button, Group, Skeleton, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconDownload, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { formatNumber } from '../../../../shared/money.ts'
import { answerOf, api } from '../../api.ts'
import { Card } from '../../parts/card.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { useWords } from '../../words/words.ts'
import { AddCodes } from './add-codes.tsx'

/** The codes that lead to an offer: those for all by themselves, single ones by the batch, to be printed. */
export function OfferCodes({ offerId, isOver }: { offerId: string; isOver: boolean }) {
  const { codes } = useWords()
  const [adding, { open, close }] = useDisclosure(false)
  const load = useQuery({
    queryKey: ['offer-codes', offerId],
    queryFn: () => answerOf(api.offers[':id'].codes.$get({ param: { id: offerId } })),
  })
  return (
    <section aria-label={codes.title}>
      <Card bg="var(--ground)">
        <Group justify="space-between" mb={8}>
          <Text fw={600}>{codes.title}</Text>
          {!isOver && !adding && (
            <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={open}>
              {codes.add}
            </Button>
          )}
        </Group>
        <Text size="sm" c="dimmed" mb={8}>
          {codes.why}
        </Text>
        {adding && <AddCodes offerId={offerId} onClose={close} />}
        <Loaded of={load} skeleton={<Skeleton h={40} />}>
          {({ shared, batches }) => (
            <Stack gap={8} mt={adding ? 24 : 8}>
              {shared.length + batches.length === 0 && !adding && <Text size="sm">{codes.none}</Text>}
              {shared.map(({ code, most, taken }) => (
                <Group key={code} justify="space-between" gap={8}>
                  <Text fw={600} style={{ letterSpacing: 1 }}>
                    {code}
                  </Text>
                  <Text size="sm">{codes.taken(formatNumber(taken), most ? formatNumber(most) : '')}</Text>
                </Group>
              ))}
              {batches.map(({ label, made, taken }) => (
                <Group key={label} justify="space-between" gap={8}>
                  <Anchor
                    href={`/admin/api/offers/${offerId}/codes/csv?label=${encodeURIComponent(label)}`}
                    download
                    aria-label={codes.download(label)}
                    mih={44}
                    display="inline-flex"
                    style={{ alignItems: 'center', gap: 6 }}
                  >
                    <IconDownload size={18} aria-hidden />
                    {label}
                  </Anchor>
                  <Text size="sm">{codes.taken(formatNumber(taken), formatNumber(made))}</Text>
                </Group>
              ))}
            </Stack>
          )}
        </Loaded>
      </Card>
    </section>
  )
}
