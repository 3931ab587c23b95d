import { Alert, PasswordInput, Text, TextInput } from '@mantine/core'
import { useNavigate, useSearchParams } from 'react-router'
import { answerOf, api } from '../../api.ts'
import { useDraft } from '../../parts/draft.ts'
import { Form } from '../../parts/form.tsx'
import { useWords } from '../../words/words.ts'
import { Door } from './door.tsx'
import { useEnter } from './enter.ts'

export function FirstOwner() {
  const words = useWords()
  const go = useNavigate()
  const [params] = useSearchParams()
  const token = params.get('token') ?? ''
  const create = useEnter(
    (owner: { name: string; email: string; password: string }) =>
      answerOf(api.owner.$post({ json: { token, ...owner } })),
    () => go('/', { replace: true }),
  )
  const draft = useDraft({ name: '', email: '', password: '' }, create.error)
  const problem = create.error && !create.error.field ? create.error.message : token ? undefined : words.door.noToken

  return (
    <Door title={words.door.firstTitle}>
      <Text size="sm" c="dimmed">
        {words.door.firstWhy}
      </Text>
      <Form
        onSubmit={() => create.mutate(draft.values)}
        busy={create.isPending}
        submit={words.door.create}
        blocked={!token}
      >
        <TextInput label={words.door.yourName} autoComplete="name" {...draft.text('name')} />
        <TextInput label={words.fields.email} type="email" autoComplete="username" {...draft.text('email')} />
        <PasswordInput
          label={words.fields.password}
          description={words.door.passwordHint}
          autoComplete="new-password"
          {...draft.text('password')}
        />
        {problem && (
          <Alert color="red" role="alert" p={12}>
            {problem}
          </Alert>
        )}
      </Form>
    </Door>
  )
}
