import { Button, Group, Stack, Switch, Text, TextInput } from '@mantine/core'
import { IconArmchair, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { newId } from '../../../../shared/ids.ts'
import { formatNumber } from '../../../../shared/money.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { CountInput } from '../../parts/amounts.tsx'
import { useDraft } from '../../parts/draft.ts'
import { Form } from '../../parts/form.tsx'
import { type Column, List } from '../../parts/list.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Notice } from '../../parts/notice.tsx'
import { OnOff } from '../../parts/on-off.tsx'
import { Side, useEdited } from '../../parts/side.tsx'
import { useWords } from '../../words/words.ts'
import type { Resource } from './answers.ts'
import { useResources, useServices } from './use-catalog.ts'

/** Chairs, beds, rooms and machines: their number limits how many can come at once. */
export function Resources() {
  const words = useWords()
  const load = useResources()
  const services = useServices().data ?? []
  const edited = useEdited<Resource>()
  const usedBy = ({ id }: Resource) =>
    services.filter(({ needs }) => needs.some(({ resourceId }) => resourceId === id)).map(({ name }) => name)
  const columns: Column<Resource>[] = [
    { key: 'name', title: words.fields.name, cell: (row) => row.name },
    { key: 'quantity', title: words.resources.quantity, cell: (row) => formatNumber(row.quantity), number: true },
    {
      key: 'usedBy',
      title: words.resources.usedBy,
      cell: (row) => <span>{usedBy(row).join(', ') || words.resources.nothing}</span>,
    },
    { key: 'active', title: words.fields.state, cell: (row) => <OnOff on={row.active} /> },
  ]
  const add = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => edited.open('new')}>
      {words.resources.add}
    </Button>
  )
  return (
    <Stack gap={16}>
      <Loaded of={load} skeleton={<List columns={columns} rows={undefined} />}>
        {(resources) =>
          resources.length === 0 ? (
            <Notice icon={IconArmchair} text={words.resources.empty}>
              {add}
            </Notice>
          ) : (
            <>
              <Group justify="flex-end">{add}</Group>
              <List columns={columns} rows={resources} onOpen={edited.open} />
            </>
          )
        }
      </Loaded>
      <Side edited={edited} newTitle={words.resources.add} titleOf={(resource) => resource.name}>
        {(resource) => (
          <ResourceForm resource={resource} usedBy={resource ? usedBy(resource) : []} onClose={edited.close} />
        )}
      </Side>
    </Stack>
  )
}

type FormProps = { resource: Resource | undefined; usedBy: string[]; onClose: () => void }

function ResourceForm({ resource, usedBy, onClose }: FormProps) {
  const words = useWords()
  const [id] = useState(newId)
  const save = useAct(
    ({ quantity, ...rest }: { name: string; quantity: number | ''; active: boolean }) => {
      const json = { ...rest, quantity: quantity || 0 }
      return resource
        ? answerOf(api.resources[':id'].$put({ param: { id: resource.id }, json }))
        : answerOf(api.resources.$post({ json: { id, ...json } }))
    },
    { said: (_, { name }) => words.resources.saved(name), done: onClose },
  )
  const draft = useDraft(
    {
      name: resource?.name ?? '',
      quantity: (resource?.quantity ?? 1) as number | '',
      active: resource?.active ?? true,
    },
    save.error,
  )
  return (
    <Form onSubmit={() => save.mutate(draft.values)} busy={save.isPending}>
      <TextInput
        label={words.fields.name}
        description={words.resources.nameHint}
        data-autofocus
        maxLength={60}
        {...draft.text('name')}
      />
      <CountInput
        label={words.resources.quantity}
        description={words.resources.quantityHint}
        {...draft.number('quantity')}
      />
      <Switch label={words.resources.active} {...draft.check('active')} />
      {!draft.values.active && usedBy.length > 0 && (
        <Text size="sm" c="var(--warn)">
          {words.resources.offHint(usedBy.join(', '))}
        </Text>
      )}
    </Form>
  )
}
