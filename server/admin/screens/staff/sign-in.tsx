import { Alert, Button, Group, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { answerOf, api } from '../../api.ts'
import { useDraft } from '../../parts/draft.ts'
import { useWords } from '../../words/words.ts'
import { Door } from './door.tsx'
import { useDoor, useEnter } from './enter.ts'

export function SignIn() {
  const words = useWords()
  const door = useDoor(true)
  const enter = useEnter((login: { email: string; password: string }) => answerOf(api.session.$post({ json: login })))
  const draft = useDraft({ email: '', password: '' }, enter.error)
  const demo = door.data?.demo ?? []

  return (
    <Door title={door.data?.shopName ?? words.door.title}>
      {demo.length > 0 && (
        <Stack gap={8}>
          <Text size="sm" c="dimmed">
            {words.door.demo}
          </Text>
          <Group gap={8} grow preventGrowOverflow={false}>
            {demo.map((login) => (
              <Button
                key={login.email}
                variant="light"
                px={8}
                onClick={() => {
                  draft.set('email', login.email)
                  draft.set('password', login.password)
                }}
              >
                {words.roles[login.role]}
              </Button>
            ))}
          </Group>
        </Stack>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          enter.mutate(draft.values)
        }}
      >
        <Stack gap={16}>
          <TextInput
            label={words.fields.email}
            type="email"
            autoComplete="username"
            required
            withAsterisk={false}
            {...draft.text('email')}
          />
          <PasswordInput
            label={words.fields.password}
            autoComplete="current-password"
            required
            withAsterisk={false}
            {...draft.text('password')}
          />
          {enter.error && (
            <Alert color="red" role="alert" p={12}>
              {enter.error.message}
            </Alert>
          )}
          <Button type="submit" size="md" loading={enter.isPending}>
            {words.door.signIn}
          </Button>
        </Stack>
      </form>
    </Door>
  )
}
