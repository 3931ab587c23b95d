import { Button, Group, Skeleton, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answerOf, api } from '../../api.ts'
import { Entry } from '../../parts/entry.tsx'
import { useFormats } from '../../parts/formats.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { useWords } from '../../words/words.ts'
import { signed } from '../loyalty/signed.ts'
import type { StockMove } from './answers.ts'

const pageRows = 50

/** What came and went, newest first, with who did it and why. */
export function StockHistory({ productId }: { productId: string }) {
  const words = useWords()
  const [offset, turn] = useState(0)
  const load = useQuery({
    queryKey: ['stock', productId, offset],
    queryFn: () =>
      answerOf(api.products[':id'].stock.$get({ param: { id: productId }, query: { offset: String(offset) } })),
  })
  return (
    <section aria-label={words.products.history}>
      <Title order={3} mb={8}>
        {words.products.history}
      </Title>
      <Loaded of={load} skeleton={<Skeleton h={120} />}>
        {({ moves, more }) => (
          <>
            {moves.length === 0 && <Text size="sm">{words.products.noHistory}</Text>}
            {moves.map((move) => (
              <Move key={move.id} move={move} />
            ))}
            <Group gap={8} mt={8}>
              {offset > 0 && (
                <Button variant="default" onClick={() => turn(offset - pageRows)}>
                  {words.list.previous}
                </Button>
              )}
              {more && (
                <Button variant="default" onClick={() => turn(offset + pageRows)}>
                  {words.list.next}
                </Button>
              )}
            </Group>
          </>
        )}
      </Loaded>
    </section>
  )
}

function Move({ move: { reason, quantity, variant, note, by, at } }: { move: StockMove }) {
  const { products: words } = useWords()
  const { stamp } = useFormats()
  return (
    <Entry
      title={words.reasons[reason]}
      value={quantity === 0 ? '0' : signed(quantity)}
      tone={quantity > 0 ? 'var(--good)' : quantity < 0 ? 'var(--bad)' : 'dimmed'}
      under={[variant, note, words.byWhom[by] ?? by, stamp(at)]}
    />
  )
}
