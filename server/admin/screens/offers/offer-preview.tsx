import { Group, Paper, Stack, Text, ThemeIcon } from '@mantine/core'
import { IconGift } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { formatNumber } from '../../../../shared/money.ts'
import { answerOf, api } from '../../api.ts'
import { useFormats } from '../../parts/formats.ts'
import { useWords } from '../../words/words.ts'
import { givesOf } from './gives.ts'
import { type OfferValues, offerOf } from './offer-draft.ts'

/** The card of the Mini App, drawn from what is typed. */
export function OfferPreview({ values }: { values: OfferValues }) {
  const words = useWords()
  const { offers } = words
  const { fullDay } = useFormats()
  const offer = offerOf(values)
  const services = useQuery({
    queryKey: ['services'],
    queryFn: () => answerOf(api.services.$get()),
    enabled: values.kind === 'free_service',
  })
  const service = services.data?.find(({ id }) => id === values.serviceId)?.name
  const when = [
    offer.toDay && offers.until(fullDay(offer.toDay)),
    offer.weekdays.length > 0 && offers.on(offer.weekdays.map((each) => words.weekdays[each - 1]).join(', ')),
  ].filter(Boolean)
  return (
    <section aria-label={offers.preview}>
      <Text size="sm" c="dimmed" mb={8}>
        {offers.preview}
      </Text>
      <Paper p={16} radius={16} style={{ boxShadow: 'var(--soft-shadow)', overflowWrap: 'anywhere' }}>
        <Group wrap="nowrap" align="flex-start" gap={12}>
          <ThemeIcon variant="light" size={40} radius={12}>
            <IconGift size={22} aria-hidden />
          </ThemeIcon>
          <Stack gap={4}>
            <Text fw={600}>{offer.name.trim() || offers.noName}</Text>
            <Text size="sm">{givesOf(offer, words, service)}</Text>
            <Text size="sm" fw={600} c="var(--mantine-color-brand-text)">
              {offer.pointsCost > 0 ? offers.forPoints(formatNumber(offer.pointsCost)) : offers.forNothing}
            </Text>
            {when.map((line) => (
              <Text key={String(line)} size="xs" c="dimmed">
                {line}
              </Text>
            ))}
            {offer.words.trim() && (
              <Text size="xs" c="dimmed" style={{ whiteSpace: 'pre-wrap' }}>
                {offer.words}
              </Text>
            )}
          </Stack>
        </Group>
      </Paper>
    </section>
  )
}
