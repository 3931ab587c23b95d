import { Button, Group, Text } from '@mantine/core'
import type { OwnerInbox } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { Card } from '../../parts/card.tsx'
import { useFormats } from '../../parts/formats.ts'
import { useWords } from '../../words/words.ts'

/** Whose Zalo it is, or the code that ties it. */
export function TieZalo({ inbox: { tied, code } }: { inbox: OwnerInbox }) {
  const { ownerInbox: words } = useWords()
  const { time } = useFormats()
  const ask = useAct(() => answerOf(api['owner-inbox'].code.$post()))
  const untie = useAct(() => answerOf(api['owner-inbox'].tie.$delete()), { said: () => words.untied })
  return (
    <Card>
      <Text>{tied ? words.tied(tied.name) : words.notTied}</Text>
      {code && (
        <div role="status">
          <Text size="sm" c="dimmed" mt={12}>
            {words.codeIs}
          </Text>
          <Text fz={28} fw={600} style={{ letterSpacing: 4 }}>
            {code.code}
          </Text>
          <Text size="sm">{words.codeHow(time(code.until))}</Text>
        </div>
      )}
      <Group gap={8} mt={16}>
        <Button variant={tied ? 'default' : 'filled'} loading={ask.isPending} onClick={() => ask.mutate(undefined)}>
          {tied ? words.again : words.tie}
        </Button>
        {tied && (
          <Button variant="default" loading={untie.isPending} onClick={() => untie.mutate(undefined)}>
            {words.untie}
          </Button>
        )}
      </Group>
    </Card>
  )
}
