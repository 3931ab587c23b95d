import { Alert, Modal, Switch, TextInput } from '@mantine/core'
import { useState } from 'react'
import { filledIn, type ParamSources, samplesOf } from '../../../../shared/message-templates.ts'
import type { Trial as Wish } from '../../../../shared/messaging.ts'
import type { Intent } from '../../../../shared/notifications.ts'
import type { TemplateDetail } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { Form } from '../../parts/form.tsx'
import { useWords } from '../../words/words.ts'

type Props = { intent: Intent; template: TemplateDetail; sources: ParamSources }

export function Trial({ opened, onClose, ...rest }: Props & { opened: boolean; onClose: () => void }) {
  const words = useWords().templates
  return (
    <Modal opened={opened} onClose={onClose} title={words.trialTitle}>
      <TrialForm {...rest} />
    </Modal>
  )
}

/** One message to one phone, with values given by hand; free, and to administrators only, unless one says otherwise. */
function TrialForm({ intent, template, sources }: Props) {
  const words = useWords()
  const [phone, setPhone] = useState('')
  const [params, setParams] = useState(() => valuesOf(intent, template, sources))
  const [development, setDevelopment] = useState(true)
  const send = useAct((json: Wish) => answerOf(api.templates.trial.$post({ json })))
  const errorAt = (field: string) => (send.error?.field === field ? send.error.message : undefined)
  const submit = () => send.mutate({ templateId: template.id, phone, params, development })
  return (
    <Form onSubmit={submit} busy={send.isPending} submit={words.templates.send}>
      <TextInput
        label={words.fields.phone}
        type="tel"
        data-autofocus
        value={phone}
        error={errorAt('phone')}
        onChange={(event) => setPhone(event.currentTarget.value)}
      />
      {template.params.map(({ name }) => (
        <TextInput
          key={name}
          label={name}
          value={params[name] ?? ''}
          error={errorAt(`params.${name}`)}
          onChange={(event) => setParams({ ...params, [name]: event.currentTarget.value })}
        />
      ))}
      <Switch
        label={words.templates.development}
        description={words.templates.developmentHint}
        checked={development}
        onChange={(event) => setDevelopment(event.currentTarget.checked)}
      />
      {send.data && (
        <Alert color="brand" role="status">
          {words.templates.sent(send.data.messageId)}
        </Alert>
      )}
    </Form>
  )
}

/** Examples in the place of what will be known; Zalo's own where nothing is chosen yet. */
function valuesOf(intent: Intent, { params, sample }: TemplateDetail, sources: ParamSources): Record<string, string> {
  const samples = samplesOf(intent)
  return Object.fromEntries(
    params.map(({ name }) => [name, sources[name] ? filledIn(sources[name], samples) : (sample[name] ?? '')]),
  )
}
