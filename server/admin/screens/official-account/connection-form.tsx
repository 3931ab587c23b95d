import { Stack, Text, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import type { ConnectionChange } from '../../../../shared/zalo.ts'
import type { Connection } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { Card } from '../../parts/card.tsx'
import { useDraft } from '../../parts/draft.ts'
import { Form } from '../../parts/form.tsx'
import { useMay } from '../../session.ts'
import { useWords } from '../../words/words.ts'
import { SecretInput } from './secret-input.tsx'

const secrets = ['appSecret', 'oaSecret', 'apiKey', 'checkoutKey', 'codeVerifier'] as const
type Secret = (typeof secrets)[number]
const untyped = { appSecret: '', oaSecret: '', apiKey: '', checkoutKey: '', codeVerifier: '' }

export function ConnectionForm({ connection }: { connection: Connection }) {
  const words = useWords()
  const isOwner = useMay()('owner')
  const readOnly = !connection.editable || !isOwner
  return (
    <Card>
      <Stack gap={12}>
        <Title order={2}>{words.zalo.ids}</Title>
        {!connection.editable && <Text size="sm">{words.zalo.elsewhere}</Text>}
        {readOnly ? <ReadOnly connection={connection} /> : <Editable connection={connection} />}
      </Stack>
    </Card>
  )
}

/** Secrets go in and never come out: what is left empty stays as it is, what is cleared is taken away. */
function Editable({ connection: { appId, oaId, miniAppId, verifierCode, has } }: { connection: Connection }) {
  const words = useWords()
  const [cleared, setCleared] = useState<Secret[]>([])
  const save = useAct((json: ConnectionChange) => answerOf(api.zalo.$put({ json })), {
    said: () => words.zalo.saved,
    done: () => {
      setCleared([])
      for (const secret of secrets) draft.set(secret, '')
    },
  })
  const draft = useDraft({ appId, oaId, miniAppId, verifierCode, ...untyped }, save.error)
  const submit = () => {
    const { appId, oaId, miniAppId, verifierCode } = draft.values
    const changed = secrets.filter((secret) => draft.values[secret] || cleared.includes(secret))
    const given = Object.fromEntries(changed.map((secret) => [secret, draft.values[secret]]))
    save.mutate({ appId, oaId, miniAppId, verifierCode, ...given })
  }
  return (
    <Form onSubmit={submit} busy={save.isPending}>
      <TextInput label={words.zalo.appId} inputMode="numeric" {...draft.text('appId')} />
      <TextInput label={words.zalo.oaId} inputMode="numeric" {...draft.text('oaId')} />
      <TextInput label={words.zalo.miniAppId} inputMode="numeric" {...draft.text('miniAppId')} />
      <TextInput
        label={words.zalo.verifierCode}
        description={words.zalo.verifierHint}
        {...draft.text('verifierCode')}
      />
      {secrets.map((secret) => (
        <SecretInput
          key={secret}
          label={words.zalo.secrets[secret]}
          isKept={has[secret]}
          isCleared={cleared.includes(secret)}
          onClear={(clear) =>
            setCleared((before) => (clear ? [...before, secret] : before.filter((other) => other !== secret)))
          }
          {...draft.text(secret)}
        />
      ))}
    </Form>
  )
}

function ReadOnly({ connection: { appId, oaId, miniAppId, verifierCode, has } }: { connection: Connection }) {
  const words = useWords()
  const facts = [
    [words.zalo.appId, appId],
    [words.zalo.oaId, oaId],
    [words.zalo.miniAppId, miniAppId],
    [words.zalo.verifierCode, verifierCode],
    ...secrets.map((secret) => [words.zalo.secrets[secret], has[secret] ? words.zalo.entered : words.zalo.empty]),
  ]
  return (
    <Stack component="dl" gap={8} m={0}>
      {facts.map(([label, value]) => (
        <div key={label}>
          <Text component="dt" size="xs" c="dimmed">
            {label}
          </Text>
          <Text component="dd" size="sm" m={0} style={{ overflowWrap: 'anywhere' }}>
            {value || words.zalo.empty}
          </Text>
        </div>
      ))}
    </Stack>
  )
}
