import { PasswordInput, Select, Switch, TextInput } from '@mantine/core'
import { useState } from 'react'
import { newId } from '../../../../shared/ids.ts'
import type { Role } from '../../../../shared/staff.ts'
import type { Account } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { useDraft } from '../../parts/draft.ts'
import { Form } from '../../parts/form.tsx'
import { roles } from '../../session.ts'
import { useWords } from '../../words/words.ts'

export function AddAccount({ onClose }: { onClose: () => void }) {
  const words = useWords()
  const [id] = useState(newId)
  const add = useAct(
    (json: { name: string; email: string; role: Role; password: string }) =>
      answerOf(api.accounts.$post({ json: { id, ...json } })),
    { said: (_, { name }) => words.accounts.added(name), done: onClose },
  )
  const draft = useDraft({ name: '', email: '', role: 'staff' as Role, password: '' }, add.error)
  return (
    <Form onSubmit={() => add.mutate(draft.values)} busy={add.isPending}>
      <TextInput label={words.fields.name} data-autofocus maxLength={60} {...draft.text('name')} />
      <TextInput label={words.fields.email} type="email" autoComplete="off" {...draft.text('email')} />
      <RoleSelect value={draft.values.role} onChange={(role) => draft.set('role', role)} />
      <PasswordInput
        label={words.fields.password}
        description={words.door.passwordHint}
        autoComplete="new-password"
        {...draft.text('password')}
      />
    </Form>
  )
}

export function ChangeAccount({ account, onClose }: { account: Account; onClose: () => void }) {
  const words = useWords()
  const save = useAct(
    ({ password, ...rest }: { name: string; role: Role; active: boolean; password: string }) =>
      answerOf(
        api.accounts[':id'].$put({ param: { id: account.id }, json: { ...rest, ...(password ? { password } : {}) } }),
      ),
    { said: (_, { name }) => words.accounts.saved(name), done: onClose },
  )
  const { name, role, active } = account
  const draft = useDraft({ name, role, active, password: '' }, save.error)
  return (
    <Form onSubmit={() => save.mutate(draft.values)} busy={save.isPending}>
      <TextInput label={words.fields.name} maxLength={60} {...draft.text('name')} />
      <TextInput label={words.fields.email} value={account.email} readOnly />
      <RoleSelect value={draft.values.role} onChange={(chosen) => draft.set('role', chosen)} />
      <PasswordInput
        label={words.accounts.newPassword}
        description={words.accounts.newPasswordHint}
        autoComplete="new-password"
        {...draft.text('password')}
      />
      <Switch label={words.accounts.active} {...draft.check('active')} />
    </Form>
  )
}

function RoleSelect({ value, onChange }: { value: Role; onChange: (role: Role) => void }) {
  const words = useWords()
  return (
    <Select
      label={words.fields.role}
      description={words.accounts.roleHint[value]}
      allowDeselect={false}
      data={roles.map((role) => ({ value: role, label: words.roles[role] }))}
      value={value}
      onChange={(role) => onChange(role as Role)}
    />
  )
}
