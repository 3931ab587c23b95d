import { ActionIcon, Box, Button, Group as Line, Select, Stack } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import type { Condition } from '../../../../shared/segments.ts'
import { useWords } from '../../words/words.ts'
import { ConditionFields } from './condition-fields.tsx'
import { type Asked, conditionOf, deepest, type Group, isGroup, newAsked, newGroup, type Part } from './rule-draft.ts'

type Props = { group: Group; depth?: number; onChange: (group: Group) => void; onRemove?: () => void }

/** Conditions that must all hold, or any of them; and groups of them within. */
export function RuleGroup({ group, depth = 1, onChange, onRemove }: Props) {
  const { segments: words } = useWords()
  const { parts } = group
  const put = (part: Part) => onChange({ ...group, parts: parts.map((each) => (each.id === part.id ? part : each)) })
  const remove = (id: number) => () => onChange({ ...group, parts: parts.filter((each) => each.id !== id) })
  const add = (part: Part) => onChange({ ...group, parts: [...parts, part] })
  return (
    <Box pl={depth > 1 ? 12 : 0} style={depth > 1 ? { borderLeft: '3px solid var(--line)' } : undefined}>
      <Stack gap={12} role="group" aria-label={words.must}>
        <Line justify="space-between" align="flex-end" wrap="nowrap">
          <Select
            label={words.must}
            w={260}
            allowDeselect={false}
            data={(['all', 'any'] as const).map((value) => ({ value, label: words[value] }))}
            value={group.any ? 'any' : 'all'}
            onChange={(value) => onChange({ ...group, any: value === 'any' })}
          />
          {onRemove && (
            <ActionIcon aria-label={words.removeGroup} onClick={onRemove}>
              <IconX size={20} />
            </ActionIcon>
          )}
        </Line>
        {parts.map((part) =>
          isGroup(part) ? (
            <RuleGroup key={part.id} group={part} depth={depth + 1} onChange={put} onRemove={remove(part.id)} />
          ) : (
            <ConditionLine
              key={part.id}
              asked={part}
              onChange={put}
              onRemove={parts.length > 1 ? remove(part.id) : undefined}
            />
          ),
        )}
        {parts.length < 10 && (
          <Line gap={8}>
            <Button variant="light" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => add(newAsked())}>
              {words.addCondition}
            </Button>
            {depth < deepest && (
              <Button variant="subtle" onClick={() => add(newGroup())}>
                {words.addGroup}
              </Button>
            )}
          </Line>
        )}
      </Stack>
    </Box>
  )
}

type LineProps = { asked: Asked; onChange: (asked: Asked) => void; onRemove?: () => void }

function ConditionLine({ asked, onChange, onRemove }: LineProps) {
  const { segments: words } = useWords()
  const { condition } = asked
  const put = (condition: Condition) => onChange({ ...asked, condition })
  return (
    <Line gap={8} align="flex-start" justify="space-between" wrap="nowrap">
      <Line gap={8} align="flex-start" flex={1}>
        <Select
          aria-label={words.field}
          w={220}
          allowDeselect={false}
          data={Object.entries(words.fields).map(([value, label]) => ({ value, label }))}
          value={condition.field}
          onChange={(field) => put(conditionOf(field as Condition['field']))}
        />
        <ConditionFields condition={condition} onChange={put} />
      </Line>
      {onRemove && (
        <ActionIcon aria-label={words.removeCondition} onClick={onRemove}>
          <IconX size={20} />
        </ActionIcon>
      )}
    </Line>
  )
}
