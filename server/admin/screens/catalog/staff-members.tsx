import { Avatar, Button, Group, Switch, TextInput } from '@mantine/core'
import { IconPlus, IconUsersGroup } from '@tabler/icons-react'
import { useState } from 'react'
import { newId } from '../../../../shared/ids.ts'
import { displayPhone } from '../../../../shared/phone.ts'
import type { StaffMember } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { CountInput } from '../../parts/amounts.tsx'
import { useDraft } from '../../parts/draft.ts'
import { Form } from '../../parts/form.tsx'
import { type Column, List } from '../../parts/list.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Notice } from '../../parts/notice.tsx'
import { OnOff } from '../../parts/on-off.tsx'
import { Page } from '../../parts/page.tsx'
import { Side, useEdited } from '../../parts/side.tsx'
import { useWords } from '../../words/words.ts'
import { useStaffMembers } from './use-staff-members.ts'

export function StaffMembers() {
  const words = useWords()
  const load = useStaffMembers()
  const edited = useEdited<StaffMember>()
  const columns: Column<StaffMember>[] = [
    {
      key: 'name',
      title: words.fields.name,
      cell: (row) => (
        <Group gap={12} wrap="nowrap">
          <Avatar src={row.photoUrl} name={row.name} color="brand" size={36} />
          {row.name}
        </Group>
      ),
    },
    { key: 'active', title: words.fields.state, cell: (row) => <OnOff on={row.active} /> },
  ]
  const add = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => edited.open('new')}>
      {words.staff.add}
    </Button>
  )
  return (
    <Page title={words.pages.staff} actions={add}>
      <Loaded of={load} skeleton={<List columns={columns} rows={undefined} />}>
        {(people) =>
          people.length === 0 ? (
            <Notice icon={IconUsersGroup} text={words.staff.empty}>
              {add}
            </Notice>
          ) : (
            <List columns={columns} rows={people} onOpen={edited.open} />
          )
        }
      </Loaded>
      <Side edited={edited} newTitle={words.staff.add} titleOf={(person) => person.name}>
        {(person) => <StaffForm person={person} onClose={edited.close} />}
      </Side>
    </Page>
  )
}

type Values = { name: string; photoUrl: string; active: boolean; maxPerDay: number | ''; phone: string }

function StaffForm({ person, onClose }: { person: StaffMember | undefined; onClose: () => void }) {
  const words = useWords()
  const [id] = useState(newId)
  const save = useAct(
    ({ name, photoUrl, active, maxPerDay, phone }: Values) => {
      const json = {
        name,
        photoUrl: photoUrl.trim() || null,
        active,
        maxPerDay: maxPerDay || null,
        phone: phone.trim() || null,
      }
      return person
        ? answerOf(api['staff-members'][':id'].$put({ param: { id: person.id }, json }))
        : answerOf(api['staff-members'].$post({ json: { id, ...json } }))
    },
    { said: (_, { name }) => words.staff.saved(name), done: onClose },
  )
  const draft = useDraft<Values>(
    {
      name: person?.name ?? '',
      photoUrl: person?.photoUrl ?? '',
      active: person?.active ?? true,
      maxPerDay: person?.maxPerDay ?? '',
      phone: person?.phone ? displayPhone(person.phone) : '',
    },
    save.error,
  )
  return (
    <Form onSubmit={() => save.mutate(draft.values)} busy={save.isPending}>
      <TextInput label={words.fields.name} data-autofocus maxLength={60} {...draft.text('name')} />
      <TextInput
        label={`${words.fields.photoUrl} (${words.fields.optional})`}
        type="url"
        placeholder="https://"
        {...draft.text('photoUrl')}
      />
      <CountInput
        label={words.staff.maxPerDay}
        description={words.staff.maxPerDayHint}
        placeholder={words.settings.noLimit}
        suffix={words.staff.visits}
        {...draft.number('maxPerDay')}
      />
      <TextInput
        label={`${words.staffPhone.label} (${words.fields.optional})`}
        description={words.staffPhone.hint}
        type="tel"
        maxLength={20}
        {...draft.text('phone')}
      />
      <Switch label={words.staff.active} {...draft.check('active')} />
    </Form>
  )
}
