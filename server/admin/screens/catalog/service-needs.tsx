import { Group, Stack, Text } from '@mantine/core'
import type { Problem } from '../../api.ts'
import { CountInput } from '../../parts/amounts.tsx'
import { useWords } from '../../words/words.ts'
import type { ServiceDraft } from './service-draft.ts'
import { useResources } from './use-catalog.ts'

/** How many of each chair, bed or machine one visit takes; none is not needed. */
export function ServiceNeeds({ draft, problem }: { draft: ServiceDraft; problem: Problem | null }) {
  const words = useWords().services
  const { needs } = draft.values
  const quantityOf = (id: string) => needs.find(({ resourceId }) => resourceId === id)?.quantity
  const things = (useResources().data ?? []).filter(({ id, active }) => active || quantityOf(id))
  const set = (resourceId: string, quantity: number | '') =>
    draft.set('needs', [...needs.filter((need) => need.resourceId !== resourceId), { resourceId, quantity }])
  if (things.length === 0) return <Text size="sm">{words.needsEmpty}</Text>
  return (
    <Stack gap={8}>
      {things.map(({ id, name, quantity }) => (
        <Group key={id} justify="space-between" wrap="nowrap" mih={44}>
          <div>
            <Text size="sm">{name}</Text>
            <Text size="xs" c="dimmed">
              {words.thereAre(quantity)}
            </Text>
          </div>
          <CountInput
            w={90}
            aria-label={name}
            max={quantity}
            placeholder="0"
            value={quantityOf(id) ?? ''}
            onChange={(typed) => set(id, typeof typed === 'number' ? typed : '')}
          />
        </Group>
      ))}
      {problem?.field?.startsWith('needs') && (
        <Text size="xs" c="var(--bad)" role="alert">
          {problem.message}
        </Text>
      )}
    </Stack>
  )
}
