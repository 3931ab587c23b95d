import { Group, Stack, TagsInput, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { tagsMost } from '../../../../shared/profile.ts'
import type { CustomerFile } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { useFormats } from '../../parts/formats.ts'
import { Tag, type Tone } from '../../parts/tag.tsx'
import { useWords } from '../../words/words.ts'
import { FieldValue } from './own-field.tsx'

const tones: Record<string, Tone> = { regular: 'good', late: 'warn', left: 'bad' }

/** What somebody who serves wants to know at a glance (P-7): last time, rhythm, tastes, allergies, tags. */
export function ServiceCard({ file }: { file: CustomerFile }) {
  const { profiles: words } = useWords()
  const { day, dayAt } = useFormats()
  const last = file.visits.find(({ status }) => status === 'completed')
  const standing = String(file.groups.predicted.known.find(({ key }) => key === 'standing')?.value ?? '')
  const fields = Object.values(file.groups)
    .flatMap((group) => group.fields)
    .filter(({ atService, isKnown }) => atService && isKnown)
  return (
    <Stack gap={8}>
      {last && <Text size="sm">{words.lastVisit(last.serviceName, last.staffName, day(dayAt(last.startsAt)))}</Text>}
      <Group gap={8}>
        {standing && <Tag tone={tones[standing]}>{words.valueWords[standing]}</Tag>}
        {file.level && <Tag tone="brand">{file.level.name}</Tag>}
      </Group>
      {fields.map((field) => (
        <Group key={field.id} justify="space-between" gap={12} wrap="nowrap">
          <Text size="sm" c="dimmed">
            {field.name}
          </Text>
          <Text component="div" size="sm" fw={600} ta="right">
            <FieldValue customerId={file.customer.id} field={field} />
          </Text>
        </Group>
      ))}
      <CustomerTags file={file} />
    </Stack>
  )
}

function CustomerTags({ file: { customer, tags } }: { file: CustomerFile }) {
  const { profiles: words } = useWords()
  const inUse = useQuery({ queryKey: ['tags'], queryFn: () => answerOf(api.tags.$get()) })
  const save = useAct(
    (wanted: string[]) =>
      answerOf(api.customers[':id'].tags.$put({ param: { id: customer.id }, json: { tags: wanted } })),
    { said: () => words.tagged },
  )
  return (
    <TagsInput
      label={words.tags}
      placeholder={tags.length === 0 ? words.tagsHint : undefined}
      data={inUse.data ?? []}
      value={save.isPending ? save.variables : tags}
      onChange={(wanted) => save.mutate(wanted)}
      maxTags={tagsMost}
      maxLength={30}
    />
  )
}
