import { ActionIcon, Anchor, Group, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPencil } from '@tabler/icons-react'
import { formatNumber } from '../../../../shared/money.ts'
import { displayPhone } from '../../../../shared/phone.ts'
import type { CustomerFile } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { useDraft } from '../../parts/draft.ts'
import { Form } from '../../parts/form.tsx'
import { Tag } from '../../parts/tag.tsx'
import { useWords } from '../../words/words.ts'
import { shownBirthday, typedBirthday } from './birthday-input.ts'

type Props = { customer: CustomerFile['customer']; noShows: CustomerFile['noShows'] }

export function CustomerProfile({ customer, noShows }: Props) {
  const words = useWords()
  const [editing, { open, close }] = useDisclosure(false)
  const phone = customer.phone ?? customer.mergedPhone
  if (editing) return <ProfileForm customer={customer} onClose={close} />
  return (
    <Group justify="space-between" align="flex-start" wrap="nowrap">
      <Stack gap={6}>
        <Text fz={28} fw={600} lh="32px">
          {words.points(formatNumber(customer.points))}
        </Text>
        <Group gap={8}>
          {phone ? (
            <Anchor href={`tel:${phone}`} size="sm">
              {displayPhone(phone)}
            </Anchor>
          ) : (
            <Text size="sm" c="dimmed">
              {words.customers.noPhone}
            </Text>
          )}
          <Tag tone={customer.followsOa ? 'good' : 'quiet'}>
            {customer.followsOa ? words.customers.followsOa : words.customers.followsNot}
          </Tag>
        </Group>
        <Text size="sm" c="dimmed">
          {customer.birthday ? `${words.birthday.label}: ${shownBirthday(customer.birthday)}` : words.birthday.none}
        </Text>
        {noShows.count > 0 && <NoShows {...noShows} />}
        {customer.note && (
          <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {customer.note}
          </Text>
        )}
      </Stack>
      <ActionIcon aria-label={words.acts.edit} onClick={open}>
        <IconPencil size={20} />
      </ActionIcon>
    </Group>
  )
}

/** Why somebody is asked to pay ahead. */
function NoShows({ count, days, most }: CustomerFile['noShows']) {
  const words = useWords().deposits
  const isAtRisk = most !== null && count >= most
  const said = words.noShows(count, days)
  return <Tag tone={isAtRisk ? 'bad' : 'warn'}>{isAtRisk ? `${said}: ${words.mustPay}` : said}</Tag>
}

function ProfileForm({ customer, onClose }: Pick<Props, 'customer'> & { onClose: () => void }) {
  const words = useWords()
  const save = useAct(
    ({ name, phone, note, birthday }: Record<'name' | 'phone' | 'note' | 'birthday', string>) =>
      answerOf(
        api.customers[':id'].$put({
          param: { id: customer.id },
          json: { name, phone: phone.trim() || null, note, birthday: typedBirthday(birthday) },
        }),
      ),
    { said: () => words.customers.saved, done: onClose },
  )
  const draft = useDraft(
    {
      name: customer.name,
      phone: customer.phone ? displayPhone(customer.phone) : '',
      note: customer.note,
      birthday: shownBirthday(customer.birthday),
    },
    save.error,
  )
  return (
    <Form onSubmit={() => save.mutate(draft.values)} busy={save.isPending} onCancel={onClose}>
      <TextInput label={words.fields.name} {...draft.text('name')} />
      <TextInput
        label={words.fields.phone}
        description={customer.phoneProven ? words.customers.phoneProven : undefined}
        readOnly={customer.phoneProven}
        type="tel"
        {...draft.text('phone')}
      />
      <TextInput
        label={`${words.birthday.label} (${words.fields.optional})`}
        description={words.birthday.hint}
        inputMode="numeric"
        maxLength={10}
        {...draft.text('birthday')}
        error={save.error?.field?.startsWith('birthday') ? save.error.message : undefined}
      />
      <Textarea label={words.fields.note} autosize minRows={2} maxLength={1000} {...draft.text('note')} />
    </Form>
  )
}
