import { Stack, Text, Textarea } from '@mantine/core'
import { IconMessageOff } from '@tabler/icons-react'
import { useState } from 'react'
import { newId } from '../../../../shared/ids.ts'
import type { CustomerFile } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { useDraft } from '../../parts/draft.ts'
import { Form } from '../../parts/form.tsx'
import { useWords } from '../../words/words.ts'
import { type Picture, PictureInput } from './picture-input.tsx'

type Props = { customer: { id: string; name: string }; oaWindow: CustomerFile['oaWindow']; onSent?: () => void }

/** An answer typed to a customer, in the window that their last word opened. */
export function Reply({ oaWindow, ...rest }: Props) {
  const words = useWords().sending
  if (oaWindow !== 'closed') return <ReplyForm oaWindow={oaWindow} {...rest} />
  return (
    <Text size="sm" c="dimmed">
      <IconMessageOff size={16} style={{ verticalAlign: '-3px', marginRight: 6 }} aria-hidden />
      {words.window.closed}
    </Text>
  )
}

function ReplyForm({ customer, oaWindow, onSent }: Props) {
  const words = useWords().sending
  const [id, setId] = useState(newId) // kept across retries: sending twice is one answer
  const [picture, setPicture] = useState<Picture>()
  const send = useAct(
    ({ text }: { text: string }) => {
      const json = { id, customerId: customer.id, text, ...(picture && { imageId: picture.imageId }) }
      return answerOf(api['oa-messages'].reply.$post({ json }))
    },
    {
      said: () => words.replyQueued,
      done: () => {
        setId(newId())
        setPicture(undefined)
        draft.set('text', '')
        onSent?.()
      },
    },
  )
  const draft = useDraft({ text: '' }, send.error)
  return (
    <Form
      onSubmit={() => send.mutate(draft.values)}
      busy={send.isPending}
      submit={words.replySend}
      blocked={!draft.values.text.trim()}
    >
      <Stack gap={8}>
        <Textarea
          label={words.replyLabel(customer.name)}
          description={words.window[oaWindow]}
          autosize
          minRows={2}
          maxLength={2000}
          {...draft.text('text')}
        />
        <PictureInput value={picture} onChange={setPicture} />
      </Stack>
    </Form>
  )
}
