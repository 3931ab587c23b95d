import { Checkbox, Stack } from '@mantine/core'
import { useState } from 'react'
import { formatVnd } from '../../../../shared/money.ts'
import type { Service } from '../../answers.ts'
import { MoneyInput } from '../../parts/amounts.tsx'
import { Chips } from '../../parts/chips.tsx'
import { Form } from '../../parts/form.tsx'
import { useWords } from '../../words/words.ts'
import type { Product } from '../products/answers.ts'
import type { BillLine } from './bill-line.ts'
import { productLine, sellable, serviceLine } from './wares.ts'

type Group = Product['options'][number]

/** Which size, and what goes with it; of a group no more can be ticked than it takes. */
export function WareChoices({ product, onPick }: { product: Product; onPick: (line: BillLine) => void }) {
  const { sale: words } = useWords()
  const variants = sellable(product)
  const free = variants.filter(({ stock }) => stock !== 0)
  const [variantId, choose] = useState((free[0] ?? variants[0])!.id)
  const [chosen, setChosen] = useState<string[]>([])
  const variant = variants.find(({ id }) => id === variantId)!
  const count = ({ choices }: Group) => choices.filter(({ id }) => chosen.includes(id)).length
  const line = productLine(product, variant, chosen)
  return (
    <Form
      onSubmit={() => onPick(line)}
      busy={false}
      submit={`${words.add} · ${formatVnd(line.unitPriceVnd)}`}
      blocked={variant.stock === 0 || product.options.some((group) => count(group) < group.least)}
    >
      {variants.length > 1 && (
        <Chips
          label={words.variant}
          value={variantId}
          onChange={choose}
          choices={variants.map(({ id, name, priceVnd, stock }) => ({
            value: id,
            label: `${name} · ${stock === 0 ? words.soldOut : formatVnd(priceVnd)}`,
          }))}
        />
      )}
      {product.options.map((group) => (
        <Checkbox.Group key={group.id} label={group.name} value={chosen} onChange={setChosen}>
          <Stack gap={8} mt={8}>
            {group.choices.map(({ id, name, priceVnd }) => (
              <Checkbox
                key={id}
                value={id}
                label={priceVnd > 0 ? `${name} · + ${formatVnd(priceVnd)}` : name}
                disabled={!chosen.includes(id) && count(group) >= group.most}
              />
            ))}
          </Stack>
        </Checkbox.Group>
      ))}
    </Form>
  )
}

/** A service without one price costs what the desk says. */
export function AskPrice({ service, onPick }: { service: Service; onPick: (line: BillLine) => void }) {
  const { sale: words } = useWords()
  const [priceVnd, set] = useState<number | ''>(service.priceVnd)
  return (
    <Form
      onSubmit={() => priceVnd !== '' && onPick(serviceLine(service, priceVnd))}
      busy={false}
      submit={words.add}
      blocked={priceVnd === ''}
    >
      <MoneyInput
        label={words.askPrice}
        data-autofocus
        value={priceVnd}
        onChange={(typed) => set(typeof typed === 'number' ? typed : '')}
      />
    </Form>
  )
}
