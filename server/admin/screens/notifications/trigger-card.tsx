import { Button, Group, Switch, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { Trigger } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { Card } from '../../parts/card.tsx'
import { useWords } from '../../words/words.ts'
import { TriggerForm } from './trigger-form.tsx'
import { TriggerSentence } from './trigger-sentence.tsx'

/** One message: when it goes in a sentence, whether it goes at all, and how to change that. */
export function TriggerCard({ trigger }: { trigger: Trigger }) {
  const words = useWords()
  const [editing, { open, close }] = useDisclosure(false)
  const { intent, enabled, waitMinutes, condition, deadlineMinutes } = trigger
  const turn = useAct(
    (on: boolean) => {
      const json = { enabled: on, waitMinutes, condition, deadlineMinutes }
      return answerOf(api.triggers[':intent'].$put({ param: { intent }, json }))
    },
    { said: (_, on) => words.triggers.turned(on) },
  )
  const name = words.messages.intent[intent]
  return (
    <Card p={12}>
      <Group gap={16} wrap="nowrap" align="flex-start">
        <Switch
          mt={2}
          checked={turn.isPending ? turn.variables : enabled}
          disabled={turn.isPending}
          aria-label={words.triggers.switchOf(name)}
          onChange={(event) => turn.mutate(event.currentTarget.checked)}
        />
        <div style={{ flex: 1 }}>
          <Text size="xs" c="dimmed">
            {name} · {words.sending.class[trigger.class]} · {enabled ? words.on : words.off}
          </Text>
          {!editing && <TriggerSentence trigger={trigger} />}
        </div>
        {!editing && (
          <Button variant="default" onClick={open} aria-label={`${words.acts.edit}: ${name}`}>
            {words.acts.edit}
          </Button>
        )}
      </Group>
      {editing && <TriggerForm trigger={trigger} onClose={close} />}
    </Card>
  )
}
