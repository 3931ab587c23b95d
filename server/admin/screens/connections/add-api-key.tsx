import { Alert, Stack, Text, TextInput } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import { useRef } from 'react'
import { newId } from '../../../../shared/ids.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { useDraft } from '../../parts/draft.ts'
import { Form } from '../../parts/form.tsx'
import { useWords } from '../../words/words.ts'
import { Copied } from '../payments/copied.tsx'

/** Makes a key; the server tells it this once, so it stays on the screen until one leaves. */
export function AddApiKey() {
  const { apiKeys: words } = useWords()
  const id = useRef(newId())
  const add = useAct((name: string) => answerOf(api['api-keys'].$post({ json: { id: id.current, name } })), {
    done: () => {
      id.current = newId()
      draft.set('name', '')
    },
  })
  const draft = useDraft({ name: '' }, add.error)
  return (
    <Stack gap={16}>
      <Form
        onSubmit={() => add.mutate(draft.values.name.trim())}
        busy={add.isPending}
        submit={words.add}
        blocked={!draft.values.name.trim()}
      >
        <TextInput label={words.name} maxLength={60} {...draft.text('name')} />
      </Form>
      {add.data && (
        <Alert color="yellow" icon={<IconKey size={20} aria-hidden />} role="status">
          <Stack gap={8}>
            <Text size="sm" fw={600}>
              {words.once}
            </Text>
            <Copied label={`${words.key} ${add.data.name}`} text={add.data.key} />
          </Stack>
        </Alert>
      )}
    </Stack>
  )
}
