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
import { RefundTiers, rowsOf, saidTiers, type TierRow, tiersOf } from './refund-tiers.tsx'

type Version = InferResponseType<(typeof api.policies)['$get'], 200>[number]

/** The words about cancelling, and what of a deposit comes back. */
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
    (values: { words: string; rows: TierRow[] }) =>
      answerOf(api.policies.$post({ json: { words: values.words, refundTiers: tiersOf(values.rows) } })),
    { said: () => words.saved },
  )
  const draft = useDraft({ words: newest?.words ?? '', rows: rowsOf(newest?.refundTiers ?? []) }, save.error)
  const { rows } = draft.values
  const tiersNow = JSON.stringify(newest?.refundTiers ?? [])
  const changed = draft.values.words !== (newest?.words ?? '') || JSON.stringify(tiersOf(rows)) !== tiersNow
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
      <RefundTiers rows={rows} onChange={(changedRows) => draft.set('rows', changedRows)} problem={save.error} />
    </Form>
  )
}

function Earlier({ versions }: { versions: Version[] }) {
  const { policy: words, deposits } = useWords()
  const { stamp } = useFormats()
  return (
    <Stack gap={4}>
      <Title order={2}>{words.versions}</Title>
      <div>
        {versions.map((version) => (
          <Entry
            key={version.id}
            title={version.words || words.empty}
            under={[
              words.since(stamp(version.at)),
              words.hoursThen(version.cancelHours),
              ...(version.refundTiers.length ? saidTiers(version.refundTiers, deposits) : []),
            ]}
          />
        ))}
      </div>
    </Stack>
  )
}
