import { Autocomplete, Button, Switch, TextInput } from '@mantine/core'
import { IconPlus, IconScissors } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { newId } from '../../../../shared/ids.ts'
import { formatVnd } from '../../../../shared/money.ts'
import type { Service } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { CountInput, MoneyInput } from '../../parts/amounts.tsx'
import { useDraft } from '../../parts/draft.ts'
import { Form } from '../../parts/form.tsx'
import { type Column, List } from '../../parts/list.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Notice } from '../../parts/notice.tsx'
import { OnOff } from '../../parts/on-off.tsx'
import { Page } from '../../parts/page.tsx'
import { Side, useEdited } from '../../parts/side.tsx'
import { useWords } from '../../words/words.ts'

export function Services() {
  const words = useWords()
  const load = useQuery({ queryKey: ['services'], queryFn: () => answerOf(api.services.$get()) })
  const edited = useEdited<Service>()
  const columns: Column<Service>[] = [
    { key: 'name', title: words.fields.name, cell: (row) => row.name },
    { key: 'category', title: words.fields.category, cell: (row) => row.category },
    { key: 'minutes', title: words.fields.minutes, cell: (row) => words.minutes(row.durationMinutes), number: true },
    { key: 'price', title: words.fields.price, cell: (row) => formatVnd(row.priceVnd), number: true },
    { key: 'active', title: words.fields.state, cell: (row) => <OnOff on={row.active} /> },
  ]
  const add = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => edited.open('new')}>
      {words.services.add}
    </Button>
  )
  return (
    <Page title={words.pages.services} actions={add}>
      <Loaded of={load} skeleton={<List columns={columns} rows={undefined} />}>
        {(services) =>
          services.length === 0 ? (
            <Notice icon={IconScissors} text={words.services.empty}>
              {add}
            </Notice>
          ) : (
            <List columns={columns} rows={services} onOpen={edited.open} />
          )
        }
      </Loaded>
      <Side edited={edited} newTitle={words.services.add} titleOf={(service) => service.name}>
        {(service) => (
          <ServiceForm
            service={service}
            categories={[...new Set(load.data?.map((known) => known.category))]}
            onClose={edited.close}
          />
        )}
      </Side>
    </Page>
  )
}

const blank = {
  name: '',
  category: '',
  durationMinutes: '' as number | '',
  priceVnd: '' as number | '',
  photoUrl: '',
  active: true,
}
type Values = typeof blank
type FormProps = { service: Service | undefined; categories: string[]; onClose: () => void }

function ServiceForm({ service, categories, onClose }: FormProps) {
  const words = useWords()
  const [id] = useState(newId)
  const save = useAct(
    ({ durationMinutes, priceVnd, photoUrl, ...rest }: Values) => {
      const json = {
        ...rest,
        durationMinutes: durationMinutes || 0,
        priceVnd: priceVnd || 0,
        photoUrl: photoUrl.trim() || null,
      }
      return service
        ? answerOf(api.services[':id'].$put({ param: { id: service.id }, json }))
        : answerOf(api.services.$post({ json: { id, ...json } }))
    },
    { said: (_, { name }) => words.services.saved(name), done: onClose },
  )
  const draft = useDraft<Values>(service ? valuesOf(service) : blank, save.error)
  return (
    <Form onSubmit={() => save.mutate(draft.values)} busy={save.isPending}>
      <TextInput label={words.fields.name} data-autofocus maxLength={80} {...draft.text('name')} />
      <Autocomplete
        label={words.fields.category}
        description={words.services.categoryHint}
        data={categories}
        maxLength={40}
        {...draft.text('category')}
      />
      <CountInput label={words.fields.minutes} suffix={words.settings.minutes} {...draft.number('durationMinutes')} />
      <MoneyInput label={words.fields.price} {...draft.number('priceVnd')} />
      <TextInput
        label={`${words.fields.photoUrl} (${words.fields.optional})`}
        type="url"
        placeholder="https://"
        {...draft.text('photoUrl')}
      />
      <Switch label={words.services.active} {...draft.check('active')} />
    </Form>
  )
}

const valuesOf = ({ name, category, durationMinutes, priceVnd, photoUrl, active }: Service): Values => ({
  name,
  category,
  durationMinutes,
  priceVnd,
  photoUrl: photoUrl ?? '',
  active,
})
