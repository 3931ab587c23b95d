import { Button, Group, Stack } from '@mantine/core'
import { IconMessageQuestion, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api.ts'
import { type Column, List } from '../../parts/list.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Notice } from '../../parts/notice.tsx'
import { OnOff } from '../../parts/on-off.tsx'
import { Side, useEdited } from '../../parts/side.tsx'
import { Tag } from '../../parts/tag.tsx'
import { useWords } from '../../words/words.ts'
import type { Question } from './answers.ts'
import { QuestionForm } from './question-form.tsx'
import { useServices } from './use-catalog.ts'

/** What customers are asked when they book. */
export function Questions() {
  const words = useWords()
  const load = useQuery({ queryKey: ['questions'], queryFn: () => answerOf(api['intake-questions'].$get()) })
  const services = new Map(useServices().data?.map(({ id, name }) => [id, name]))
  const edited = useEdited<Question>()
  const columns: Column<Question>[] = [
    { key: 'question', title: words.questions.question, cell: (row) => row.question },
    {
      key: 'service',
      title: words.questions.forService,
      cell: (row) => (row.serviceId ? services.get(row.serviceId) : words.questions.everyService),
    },
    { key: 'kind', title: words.questions.kind, cell: (row) => words.questions.kinds[row.kind] },
    {
      key: 'active',
      title: words.fields.state,
      cell: (row) => (
        <Group gap={4}>
          {row.active && row.required && <Tag tone="brand">{words.questions.requiredTag}</Tag>}
          <OnOff on={row.active} />
        </Group>
      ),
    },
  ]
  const add = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => edited.open('new')}>
      {words.questions.add}
    </Button>
  )
  return (
    <Stack gap={16}>
      <Loaded of={load} skeleton={<List columns={columns} rows={undefined} />}>
        {(questions) =>
          questions.length === 0 ? (
            <Notice icon={IconMessageQuestion} text={words.questions.empty}>
              {add}
            </Notice>
          ) : (
            <>
              <Group justify="flex-end">{add}</Group>
              <List columns={columns} rows={questions} onOpen={edited.open} />
            </>
          )
        }
      </Loaded>
      <Side edited={edited} newTitle={words.questions.add} titleOf={({ question }) => question}>
        {(question) => <QuestionForm question={question} onClose={edited.close} />}
      </Side>
    </Stack>
  )
}
