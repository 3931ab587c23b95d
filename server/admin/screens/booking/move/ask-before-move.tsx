import { Modal, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { SeriesScope } from '../../../../../shared/booking.ts'
import { Form } from '../../../parts/form.tsx'
import { useWords } from '../../../words/words.ts'
import { ScopeField } from '../scope-field.tsx'

/** What of a series is meant, or why against the hours. */
export type Asked = { what: 'scope' } | { what: 'reason'; why: string }

type Said = { scope?: SeriesScope; overrideReason?: string }
type Props = { asked: Asked | undefined; onClose: () => void; onSay: (said: Said) => void }

export function AskBeforeMove({ asked, onClose, onSay }: Props) {
  const words = useWords()
  const title = asked?.what === 'scope' ? words.move.title : words.move.whyTitle
  return (
    <Modal opened={asked !== undefined} onClose={onClose} title={title}>
      {asked?.what === 'scope' && <AskScope onClose={onClose} onSay={onSay} />}
      {asked?.what === 'reason' && <AskReason why={asked.why} onClose={onClose} onSay={onSay} />}
    </Modal>
  )
}

function AskScope({ onClose, onSay }: Omit<Props, 'asked'>) {
  const words = useWords()
  const [scope, setScope] = useState<SeriesScope>('this')
  return (
    <Form onSubmit={() => onSay({ scope })} busy={false} submit={words.move.title} onCancel={onClose}>
      <ScopeField value={scope} onChange={setScope} />
    </Form>
  )
}

function AskReason({ why, onClose, onSay }: Omit<Props, 'asked'> & { why: string }) {
  const words = useWords()
  const [reason, setReason] = useState('')
  const say = () => onSay({ overrideReason: reason.trim() })
  return (
    <Form onSubmit={say} busy={false} blocked={!reason.trim()} submit={words.move.still} onCancel={onClose}>
      <Text size="sm">{why}</Text>
      <TextInput
        data-autofocus
        label={words.move.why}
        description={words.move.whyHint}
        maxLength={200}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Form>
  )
}
