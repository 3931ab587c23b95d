import { Autocomplete, Group, Switch, TextInput } from '@mantine/core'
import { CountInput, MoneyInput } from '../../parts/amounts.tsx'
import { Chips } from '../../parts/chips.tsx'
import { useWords } from '../../words/words.ts'
import type { ServiceDraft, ServiceValues } from './service-draft.ts'

const kinds: ServiceValues['priceKind'][] = ['fixed', 'from', 'range']

export function ServiceBasics({ draft, categories }: { draft: ServiceDraft; categories: string[] }) {
  const words = useWords()
  const isRange = draft.values.priceKind === 'range'
  return (
    <>
      <TextInput label={words.fields.name} data-autofocus maxLength={80} {...draft.text('name')} />
      <Autocomplete
        label={words.fields.category}
        description={words.services.categoryHint}
        data={categories}
        maxLength={40}
        {...draft.text('category')}
      />
      <CountInput label={words.fields.minutes} suffix={words.settings.minutes} {...draft.number('durationMinutes')} />
      <Chips
        label={words.services.priceKind}
        value={draft.values.priceKind}
        onChange={(kind) => draft.set('priceKind', kind as ServiceValues['priceKind'])}
        choices={kinds.map((kind) => ({ value: kind, label: words.services.priceKinds[kind] }))}
      />
      <Group grow align="flex-start">
        <MoneyInput label={isRange ? words.services.priceFrom : words.fields.price} {...draft.number('priceVnd')} />
        {isRange && <MoneyInput label={words.services.priceMax} {...draft.number('priceMaxVnd')} />}
      </Group>
      <TextInput
        label={`${words.fields.photoUrl} (${words.fields.optional})`}
        type="url"
        placeholder="https://"
        {...draft.text('photoUrl')}
      />
      <Switch label={words.services.active} {...draft.check('active')} />
      {draft.values.active && <Switch label={words.services.private} {...draft.check('private')} />}
    </>
  )
}
