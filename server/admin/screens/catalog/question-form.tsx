import { Select, Switch, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { IntakeQuestion } from '../../../../shared/catalog.ts'
import { newId } from '../../../../shared/ids.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { Chips } from '../../parts/chips.tsx'
import { useDraft } from '../../parts/draft.ts'
import { Form } from '../../parts/form.tsx'
import { useWords } from '../../words/words.ts'
import type { Question } from './answers.ts'
import { useServices } from './use-catalog.ts'

const kinds: IntakeQuestion['kind'][] = ['text', 'choice', 'yes_no']

export function QuestionForm({ question, onClose }: { question: Question | undefined; onClose: () => void }) {
  const words = useWords()
  const services = useServices().data ?? []
  const [id] = useState(newId)
  const save = useAct(
    ({ serviceId, choices, ...rest }: ReturnType<typeof valuesOf>) => {
      const lines = choices.split('\n').map((line) => line.trim())
      const json = { ...rest, serviceId: serviceId || null, choices: lines.filter(Boolean) }
      return question
        ? answerOf(api['intake-questions'][':id'].$put({ param: { id: question.id }, json }))
        : answerOf(api['intake-questions'].$post({ json: { id, ...json } }))
    },
    { said: () => words.questions.saved, done: onClose },
  )
  const draft = useDraft(valuesOf(question), save.error)
  const choicesError = save.error?.field?.startsWith('choices') ? save.error.message : undefined
  return (
    <Form onSubmit={() => save.mutate(draft.values)} busy={save.isPending}>
      <TextInput label={words.questions.question} data-autofocus maxLength={160} {...draft.text('question')} />
      <Select
        label={words.questions.forService}
        allowDeselect={false}
        data={[
          { value: '', label: words.questions.everyService },
          ...services.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={draft.values.serviceId}
        onChange={(serviceId) => draft.set('serviceId', serviceId ?? '')}
      />
      <Chips
        label={words.questions.kind}
        value={draft.values.kind}
        onChange={(kind) => draft.set('kind', kind as IntakeQuestion['kind'])}
        choices={kinds.map((kind) => ({ value: kind, label: words.questions.kinds[kind] }))}
      />
      {draft.values.kind === 'choice' && (
        <Textarea
          label={words.questions.choices}
          description={words.questions.choicesHint}
          autosize
          minRows={3}
          {...draft.text('choices')}
          error={choicesError}
        />
      )}
      <Switch label={words.questions.required} {...draft.check('required')} />
      <Switch label={words.questions.active} {...draft.check('active')} />
    </Form>
  )
}

const valuesOf = (question: Question | undefined) => ({
  serviceId: question?.serviceId ?? '',
  question: question?.question ?? '',
  kind: question?.kind ?? ('text' as const),
  choices: question?.choices.join('\n') ?? '',
  required: question?.required ?? false,
  active: question?.active ?? true,
})
