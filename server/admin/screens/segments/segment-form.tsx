import { Stack, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { formatNumber, formatVnd } from '../../../../shared/money.ts'
import type { Rule } from '../../../../shared/segments.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { Card } from '../../parts/card.tsx'
import { Form } from '../../parts/form.tsx'
import { useWords } from '../../words/words.ts'
import { draftOf, isWhole, ruleOf } from './rule-draft.ts'
import { RuleGroup } from './rule-group.tsx'
import { shareOf } from './share.ts'
import { useRuleSize } from './use-segments.ts'

type Props = { id: string; segment?: { name: string; rule: Rule; active: boolean }; onDone: () => void }

/** One of the shop's own groups: its name and its rule, and how many that means while it is put together. */
export function SegmentForm({ id, segment, onDone }: Props) {
  const { segments: words } = useWords()
  const [name, setName] = useState(segment?.name ?? '')
  const [group, setGroup] = useState(() => draftOf(segment?.rule))
  const [settled] = useDebouncedValue(group, 300)
  const size = useRuleSize(isWhole(settled) ? ruleOf(settled) : undefined)
  const save = useAct(
    () => {
      const json = { name, rule: ruleOf(group), active: segment?.active ?? true }
      return segment
        ? answerOf(api.segments[':id'].$put({ param: { id }, json }))
        : answerOf(api.segments.$post({ json: { id, ...json } }))
    },
    { said: () => words.saved(name), done: onDone },
  )
  return (
    <Form onSubmit={() => save.mutate(undefined)} busy={save.isPending} blocked={!name.trim() || !isWhole(group)}>
      <TextInput
        label={words.name}
        maxLength={80}
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={save.error?.field === 'name' ? save.error.message : undefined}
      />
      <RuleGroup group={group} onChange={setGroup} />
      <Card bg="var(--ground)">
        <Stack gap={4} aria-live="polite" mih={44}>
          {size.data && isWhole(group) && (
            <>
              <Text fw={600}>{words.count(formatNumber(size.data.people))}</Text>
              <Text size="sm" c="dimmed">
                {words.countMore(formatVnd(size.data.netVnd), shareOf(size.data.netVnd, size.data.all.netVnd))}
              </Text>
            </>
          )}
        </Stack>
      </Card>
      {save.error?.field && save.error.field !== 'name' && (
        <Text c="var(--bad)" role="alert">
          {save.error.message}
        </Text>
      )}
    </Form>
  )
}
