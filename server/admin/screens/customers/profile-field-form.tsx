import { NativeSelect, Switch, Textarea, TextInput } from '@mantine/core'
import { useRef } from 'react'
import { newId } from '../../../../shared/ids.ts'
import { fieldKinds, type ProfileField, writtenGroups } from '../../../../shared/profile.ts'
import type { ProfileFieldRow } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { useDraft } from '../../parts/draft.ts'
import { Form } from '../../parts/form.tsx'
import { useWords } from '../../words/words.ts'

type Values = Omit<ProfileField, 'choices'> & { choices: string }

/** The kind of a field stays once it is made: what was written in it is of that kind. */
export function ProfileFieldForm({ field, onClose }: { field: ProfileFieldRow | undefined; onClose: () => void }) {
  const { profiles, fields } = useWords()
  const words = profiles.fields
  const id = useRef(field?.id ?? newId())
  const save = useAct(
    (values: Values) =>
      answerOf(api['profile-fields'][':id'].$put({ param: { id: id.current }, json: wishOf(values) })),
    { said: () => words.saved, done: onClose },
  )
  const draft = useDraft(valuesOf(field), save.error)
  const { kind, group } = draft.values
  return (
    <Form onSubmit={() => save.mutate(draft.values)} busy={save.isPending} onCancel={onClose}>
      <TextInput label={fields.name} maxLength={40} data-autofocus {...draft.text('name')} />
      <NativeSelect
        label={words.group}
        value={group}
        data={writtenGroups.map((value) => ({ value, label: profiles.groups[value] }))}
        onChange={(event) => draft.set('group', event.currentTarget.value as Values['group'])}
      />
      <NativeSelect
        label={words.kind}
        value={kind}
        disabled={field !== undefined}
        data={fieldKinds.map((value) => ({ value, label: words.kinds[value] }))}
        onChange={(event) => draft.set('kind', event.currentTarget.value as Values['kind'])}
      />
      {kind === 'choice' && (
        <Textarea
          label={words.choices}
          description={words.choicesHint}
          autosize
          minRows={3}
          {...draft.text('choices')}
        />
      )}
      <TextInput label={words.purpose} description={words.purposeHint} maxLength={200} {...draft.text('purpose')} />
      <Switch label={words.sensitive} {...draft.check('sensitive')} />
      <Switch label={words.atService} {...draft.check('atService')} />
      <Switch label={words.active} {...draft.check('active')} />
    </Form>
  )
}

function wishOf({ choices, ...values }: Values): ProfileField {
  const lines = choices.split('\n').map((choice) => choice.trim())
  return { ...values, choices: values.kind === 'choice' ? lines.filter(Boolean) : [] }
}

function valuesOf(field: ProfileFieldRow | undefined): Values {
  const { name = '', kind = 'text', purpose = '', sensitive = false, atService = true, active = true } = field ?? {}
  const group = writtenGroups.find((each) => each === field?.group) ?? 'tastes'
  return { group, name, kind, purpose, sensitive, atService, active, choices: (field?.choices ?? []).join('\n') }
}
