import { Anchor, Button, Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { InferResponseType } from 'hono/client'
import { useState } from 'react'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { Entry } from '../../parts/entry.tsx'
import { useFormats } from '../../parts/formats.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { Sure } from '../../parts/sure.tsx'
import { useWords } from '../../words/words.ts'
import { Section } from '../payments/section.tsx'
import { AddApiKey } from './add-api-key.tsx'

type ApiKey = InferResponseType<(typeof api)['api-keys']['$get'], 200>[number]

/** Programs that tell of their sales by themselves, each with a key of its own. */
export function ApiKeys() {
  const { apiKeys: words } = useWords()
  const load = useQuery({ queryKey: ['api-keys'], queryFn: () => answerOf(api['api-keys'].$get()) })
  return (
    <Section title={words.title} hint={words.hint}>
      <Anchor href="/docs/orders-api.md" target="_blank" size="sm">
        {words.docs}
      </Anchor>
      <AddApiKey />
      <Loaded of={load} skeleton={<Skeleton h={64} />}>
        {(keys) => (
          <div>
            {keys.length === 0 && <Text size="sm">{words.none}</Text>}
            {keys.map((apiKey) => (
              <OneKey key={apiKey.id} apiKey={apiKey} />
            ))}
          </div>
        )}
      </Loaded>
    </Section>
  )
}

function OneKey({ apiKey: { id, name, createdAt, lastUsedAt } }: { apiKey: ApiKey }) {
  const { apiKeys: words } = useWords()
  const { stamp } = useFormats()
  const [asking, ask] = useState(false)
  const close = () => ask(false)
  const revoke = useAct(() => answerOf(api['api-keys'][':id'].revoke.$post({ param: { id } })), {
    said: () => words.revoked(name),
    done: close,
  })
  return (
    <>
      <Entry
        title={name}
        value={
          <Button variant="default" aria-label={words.revokeOf(name)} onClick={() => ask(true)}>
            {words.revoke}
          </Button>
        }
        under={[words.made(stamp(createdAt)), lastUsedAt ? words.used(stamp(lastUsedAt)) : words.neverUsed]}
      />
      <Sure
        opened={asking}
        title={words.revokeTitle(name)}
        why={words.revokeWhy}
        doIt={words.revoke}
        busy={revoke.isPending}
        onDo={() => revoke.mutate(undefined)}
        onClose={close}
      />
    </>
  )
}
