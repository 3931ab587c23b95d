import { Skeleton, Stack, Text, Textarea, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { InferResponseType } from 'hono/client'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { Card } from '../../parts/card.tsx'
import { useDraft } from '../../parts/draft.ts'
import { Entry } from '../../parts/entry.tsx'
import { Form } from '../../parts/form.tsx'
import { useFormats } from '../../parts/formats.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { useWords } from '../../words/words.ts'

type Version = InferResponseType<(typeof api.policies)['$get'], 200>[number]

/** The words about cancelling. Refund tiers have no place here while nobody pays a deposit; those kept are kept on. */
export function Policy({ cancelHours }: { cancelHours: number }) {
  const load = useQuery({ queryKey: ['policies'], queryFn: () => answerOf(api.policies.$get()) })
  return (
    <Loaded of={load} skeleton={<Skeleton h={260} />}>
      {(versions) => (
        <Stack gap={16}>
          <Card>
            <PolicyForm newest={versions[0]} cancelHours={cancelHours} />
          </Card>
          {versions.length > 1 && (
            <Card>
              <Earlier versions={versions.slice(1)} />
            </Card>
          )}
        </Stack>
      )}
    </Loaded>
  )
}

function PolicyForm({ newest, cancelHours }: { newest: Version | undefined; cancelHours: number }) {
  const words = useWords().policy
  const save = useAct(
    (values: { words: string }) =>
      answerOf(api.policies.$post({ json: { ...values, refundTiers: newest?.refundTiers ?? [] } })),
    { said: () => words.saved },
  )
  const draft = useDraft({ words: newest?.words ?? '' }, save.error)
  const changed = draft.values.words !== (newest?.words ?? '')
  return (
    <Form onSubmit={() => save.mutate(draft.values)} busy={save.isPending} blocked={!changed}>
      <Text size="sm" c="dimmed">
        {words.why}
      </Text>
      <Textarea
        label={words.words}
        placeholder={words.placeholder}
        maxLength={1000}
        autosize
        minRows={4}
        value={draft.values.words}
        error={draft.errorOf('words')}
        onChange={(event) => draft.set('words', event.currentTarget.value)}
      />
      <Text size="sm">{words.withHours(cancelHours)}</Text>
    </Form>
  )
}

function Earlier({ versions }: { versions: Version[] }) {
  const words = useWords().policy
  const { stamp } = useFormats()
  return (
    <Stack gap={4}>
      <Title order={2}>{words.versions}</Title>
      <div>
        {versions.map((version) => (
          <Entry
            key={version.id}
            title={version.words || words.empty}
            under={[words.since(stamp(version.at)), words.hoursThen(version.cancelHours)]}
          />
        ))}
      </div>
    </Stack>
  )
}
