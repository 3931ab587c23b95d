import { SimpleGrid, Stack, Text, UnstyledButton } from '@mantine/core'
import { IconCash, IconGift, IconPercentage, IconScissors } from '@tabler/icons-react'
import { useWords } from '../../words/words.ts'
import css from './kind-choice.module.css'
import type { Kind } from './offer-draft.ts'

const kinds = { gift: IconGift, amount: IconCash, percent: IconPercentage, free_service: IconScissors }

/** The first question of an offer: what the customer gets. It decides what else is asked. */
export function KindChoice({ onChoose }: { onChoose: (kind: Kind) => void }) {
  const { offers } = useWords()
  return (
    <Stack gap={12}>
      <Text fw={600}>{offers.kind}</Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing={12}>
        {Object.entries(kinds).map(([kind, Icon]) => (
          <UnstyledButton key={kind} className={css.choice} onClick={() => onChoose(kind as Kind)}>
            <Icon size={28} stroke={1.6} color="var(--mantine-color-brand-text)" aria-hidden />
            <span>
              <Text span display="block" fw={600}>
                {offers.kinds[kind as Kind]}
              </Text>
              <Text span size="sm" c="dimmed">
                {offers.kindHints[kind as Kind]}
              </Text>
            </span>
          </UnstyledButton>
        ))}
      </SimpleGrid>
    </Stack>
  )
}
