import { Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatNumber } from '../../../../shared/money.ts'
import type { IntentTemplate } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAddress } from '../../parts/address.ts'
import { type Column, List } from '../../parts/list.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Tag } from '../../parts/tag.tsx'
import { useWords } from '../../words/words.ts'
import { levelOf, statusOf } from './template-words.ts'
import { useIntents, useTemplates } from './use-templates.ts'

/** Every message with the template that says it. */
export function IntentList() {
  const columns = useColumns()
  const { set } = useAddress()
  const load = useIntents()
  return (
    <Stack gap={12}>
      <Quota />
      <Loaded of={load} skeleton={<List columns={columns} rows={undefined} />}>
        {(intents) => (
          <List
            columns={columns}
            rows={intents.map((each) => ({ id: each.intent, ...each }))}
            onOpen={({ intent }) => set({ intent })}
          />
        )}
      </Loaded>
    </Stack>
  )
}

function useColumns(): Column<IntentTemplate & { id: string }>[] {
  const words = useWords()
  return [
    { key: 'message', title: words.templates.message, cell: ({ intent }) => words.messages.intent[intent] },
    { key: 'class', title: words.templates.class, cell: (row) => words.sending.class[row.class] },
    {
      key: 'template',
      title: words.templates.template,
      own: true,
      cell: ({ templateId }) => <Chosen templateId={templateId} />,
    },
  ]
}

function Chosen({ templateId }: { templateId: string | null }) {
  const words = useWords()
  const templates = useTemplates()
  if (!templateId) return <Tag tone="warn">{words.templates.notChosen}</Tag>
  const found = templates.data?.find(({ id }) => id === templateId)
  return (
    <>
      <Text size="sm">{found?.name ?? templateId}</Text>
      {found && found.status !== 'ENABLE' && <Tag tone="bad">{statusOf(found.status, words)}</Tag>}
    </>
  )
}

/** Asked of Zalo; without an answer the page does without. */
function Quota() {
  const words = useWords()
  const { data, error } = useQuery({
    queryKey: ['message-quota'],
    queryFn: () => answerOf(api['message-quota'].$get()),
    staleTime: 60_000,
  })
  const said = data
    ? [
        words.templates.quota(formatNumber(data.quota.remaining), formatNumber(data.quota.daily)),
        words.templates.quality(levelOf(data.quality.now, words)),
      ].join(' ')
    : (error?.message ?? ' ')
  return (
    <Text size="sm" c="dimmed" mih={22}>
      {said}
    </Text>
  )
}
