import { Select, Switch, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { newId } from '../../../../shared/ids.ts'
import { formatNumber } from '../../../../shared/money.ts'
import type { StockChange } from '../../../../shared/products.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { CountInput } from '../../parts/amounts.tsx'
import { Chips } from '../../parts/chips.tsx'
import { useDraft } from '../../parts/draft.ts'
import { Form } from '../../parts/form.tsx'
import { useWords } from '../../words/words.ts'
import type { Product } from './answers.ts'

const kinds = ['counted', 'received', 'lost'] as const
type Kind = (typeof kinds)[number]
const blank = { kind: 'counted' as Kind, quantity: '' as number | '', stop: false, note: '' }

/** Counts one variant, or says what came or was lost; each act is kept in the history. */
export function StockChangeForm({ product }: { product: Product }) {
  const words = useWords()
  const [chosen, choose] = useState(product.variants[0]!.id)
  const variant = product.variants.find(({ id }) => id === chosen) ?? product.variants[0]!
  return (
    <div>
      {product.variants.length > 1 && (
        <Select
          label={words.products.which}
          mb={16}
          allowDeselect={false}
          data={product.variants.map(({ id, name }) => ({ value: id, label: name }))}
          value={variant.id}
          onChange={(id) => id && choose(id)}
        />
      )}
      <Text fw={600} mb={12}>
        {variant.stock === null ? words.products.notCountedNow : words.products.thereAre(formatNumber(variant.stock))}
      </Text>
      <ChangeFields key={variant.id} variantId={variant.id} isCounted={variant.stock !== null} />
    </div>
  )
}

function ChangeFields({ variantId, isCounted }: { variantId: string; isCounted: boolean }) {
  const words = useWords()
  const [id, renew] = useState(newId)
  const save = useAct(
    (json: StockChange) => answerOf(api.variants[':id'].stock.$post({ param: { id: variantId }, json })),
    {
      said: ({ stock }) => (stock === null ? words.products.stopped : words.products.changed(formatNumber(stock))),
      done: () => {
        renew(newId)
        for (const field of ['quantity', 'stop', 'note'] as const) draft.set(field, blank[field])
      },
    },
  )
  const draft = useDraft(blank, save.error)
  const { quantity, stop, note } = draft.values
  const kind = isCounted ? draft.values.kind : 'counted'
  const isCounting = kind === 'counted'
  const amount = quantity || 0
  const submit = () =>
    save.mutate(isCounting ? { kind, id, note, stock: stop ? null : amount } : { kind, id, note, quantity: amount })
  return (
    <Form
      onSubmit={submit}
      busy={save.isPending}
      submit={words.products.does[kind]}
      blocked={isCounting ? !stop && quantity === '' : amount === 0}
    >
      {isCounted && (
        <Chips
          label={words.products.what}
          value={kind}
          onChange={(value) => draft.set('kind', value as Kind)}
          choices={kinds.map((value) => ({ value, label: words.products.kinds[value] }))}
        />
      )}
      {!(isCounting && stop) && (
        <CountInput
          label={isCounting ? words.products.onShelf : words.products.pieces}
          description={isCounted ? undefined : words.products.firstCount}
          max={1_000_000}
          {...draft.number('quantity')}
        />
      )}
      {isCounting && isCounted && (
        <Switch label={words.products.stop} description={words.products.stopHint} {...draft.check('stop')} />
      )}
      <TextInput label={`${words.fields.note} (${words.fields.optional})`} maxLength={200} {...draft.text('note')} />
    </Form>
  )
}
