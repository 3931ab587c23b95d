import { Autocomplete, Switch, Textarea, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import { newId } from '../../../../shared/ids.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { useDraft } from '../../parts/draft.ts'
import { Form } from '../../parts/form.tsx'
import { useWords } from '../../words/words.ts'
import type { Product } from './answers.ts'
import { OptionGroups } from './option-groups.tsx'
import { type ProductValues, productOf, valuesOf } from './product-draft.ts'
import { VariantRows } from './variant-rows.tsx'

type Props = { product: Product | undefined; categories: string[]; onClose: () => void }

export function ProductForm({ product, categories, onClose }: Props) {
  const words = useWords()
  const [id] = useState(newId)
  const save = useAct(
    (values: ProductValues) => {
      const json = productOf(values)
      return product
        ? answerOf(api.products[':id'].$put({ param: { id: product.id }, json }))
        : answerOf(api.products.$post({ json: { id, ...json } }))
    },
    { said: (_, { name }) => words.services.saved(name), done: onClose },
  )
  const draft = useDraft<ProductValues>(valuesOf(product), save.error)
  return (
    <Form onSubmit={() => save.mutate(draft.values)} busy={save.isPending}>
      <TextInput label={words.fields.name} data-autofocus maxLength={80} {...draft.text('name')} />
      <Autocomplete
        label={words.fields.category}
        description={words.products.categoryHint}
        data={categories}
        maxLength={40}
        {...draft.text('category')}
      />
      <Textarea
        label={`${words.products.description} (${words.fields.optional})`}
        autosize
        minRows={2}
        maxLength={1000}
        {...draft.text('description')}
      />
      <TextInput
        label={`${words.fields.photoUrl} (${words.fields.optional})`}
        type="url"
        placeholder="https://"
        {...draft.text('photoUrl')}
      />
      <Switch label={words.products.active} {...draft.check('active')} />
      <Title order={3}>{words.products.variants}</Title>
      <VariantRows draft={draft} kept={product?.variants.map((variant) => variant.id) ?? []} problem={save.error} />
      <Title order={3}>{words.products.options}</Title>
      <OptionGroups draft={draft} problem={save.error} />
    </Form>
  )
}
