import { ActionIcon, Button, Group, NativeSelect, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPencil } from '@tabler/icons-react'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { useDraft } from '../../parts/draft.ts'
import { Form } from '../../parts/form.tsx'
import { useFormats } from '../../parts/formats.ts'
import { useWords } from '../../words/words.ts'
import { type OwnField, ValueLine } from './profile-value.tsx'

type Props = { customerId: string; field: OwnField }

/** A field of the owner's own: its last value, which staff write; a sensitive one is shown to who asks. */
export function OwnFieldLine({ customerId, field }: Props) {
  const { profiles: words } = useWords()
  const { date, dayAt } = useFormats()
  const [writing, { open, close }] = useDisclosure(false)
  if (writing) return <WriteField customerId={customerId} field={field} onClose={close} />
  const source = field.source && field.at ? [`${words.sources[field.source]} ${date(dayAt(field.at))}`] : []
  return (
    <ValueLine
      name={field.name}
      under={[...source, field.purpose].join(' · ')}
      value={
        <Group gap={4} wrap="nowrap" justify="flex-end">
          <FieldValue customerId={customerId} field={field} />
          <ActionIcon size={44} variant="subtle" aria-label={words.write(field.name)} onClick={open}>
            <IconPencil size={18} />
          </ActionIcon>
        </Group>
      }
    />
  )
}

export function FieldValue({ customerId, field }: Props) {
  const { profiles: words } = useWords()
  const look = useAct(
    () =>
      answerOf(api.customers[':id'].fields[':fieldId'].look.$post({ param: { id: customerId, fieldId: field.id } })),
    { said: () => words.looked },
  )
  const value = look.data?.value ?? field.value
  if (!field.isKnown) return words.unknown
  if (value !== null) return words.valueWords[value] ?? value
  return (
    <Button
      variant="light"
      h={44}
      aria-label={`${words.show} ${field.name}`}
      loading={look.isPending}
      onClick={() => look.mutate()}
    >
      {words.show}
    </Button>
  )
}

function WriteField({ customerId, field, onClose }: Props & { onClose: () => void }) {
  const { profiles: words } = useWords()
  const write = useAct(
    ({ value }: { value: string }) =>
      answerOf(
        api.customers[':id'].fields[':fieldId'].$put({ param: { id: customerId, fieldId: field.id }, json: { value } }),
      ),
    { said: () => words.written, done: onClose },
  )
  const draft = useDraft({ value: field.value ?? '' }, write.error)
  const choices = field.kind === 'yes_no' ? ['yes', 'no'] : field.choices
  return (
    <Form onSubmit={() => write.mutate(draft.values)} busy={write.isPending} onCancel={onClose}>
      {choices.length > 0 ? (
        <NativeSelect
          label={field.name}
          data={[
            { value: '', label: words.unknown },
            ...choices.map((value) => ({ value, label: words.valueWords[value] ?? value })),
          ]}
          {...draft.text('value')}
          onChange={(event) => draft.set('value', event.currentTarget.value)}
        />
      ) : (
        <TextInput
          label={field.name}
          type={field.kind === 'date' ? 'date' : 'text'}
          inputMode={field.kind === 'number' ? 'decimal' : undefined}
          maxLength={200}
          data-autofocus
          {...draft.text('value')}
        />
      )}
    </Form>
  )
}
