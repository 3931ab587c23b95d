import { useState } from 'react'
import { useWords } from '../../language.ts'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { pieceOf, sayPrice } from '../../pricing.ts'
import { useShop } from '../../shop.ts'
import type { Wish, WishedPart } from '../../wish.ts'
import './chosen-parts.css'
import { PartOptions } from './part-options.tsx'

type ChosenPartsProps = { wish: Wish; onChange: (wish: Wish) => void }

/** One service shows its choices at once; of several each is a line, and its choices a press away. */
export function ChosenParts({ wish, onChange }: ChosenPartsProps) {
  const [open, edit] = useState<number>()
  const words = useWords()
  const { services } = useShop()
  const { parts } = wish
  const put = (i: number, part: WishedPart) =>
    onChange({ ...wish, parts: parts.map((each, at) => (at === i ? part : each)) })

  if (parts.length === 1) {
    return (
      <>
        <Card tone="soft">
          <PartWords wish={wish} part={parts[0]!} />
        </Card>
        <PartOptions part={parts[0]!} onChange={(part) => put(0, part)} />
      </>
    )
  }
  return (
    <>
      <ol className="parts">
        {parts.map((part, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same service may be there twice
          <li key={i}>
            <button type="button" className="part" onClick={() => edit(i)}>
              <PartWords wish={wish} part={part} />
              <span className="unseen">, {words.book.change}</span>
              <Icon name="next" size={20} />
            </button>
          </li>
        ))}
      </ol>
      {open !== undefined && parts[open] && (
        <Sheet title={services.find(({ id }) => id === parts[open]!.serviceId)!.name} onClose={() => edit(undefined)}>
          <PartOptions part={parts[open]} onChange={(part) => put(open, part)} />
          <Button wide onPress={() => edit(undefined)}>
            {words.book.chosen}
          </Button>
          <Button
            look="plain"
            wide
            onPress={() => {
              edit(undefined)
              onChange({ ...wish, parts: parts.filter((_, i) => i !== open) })
            }}
          >
            {words.book.leaveOut}
          </Button>
        </Sheet>
      )}
    </>
  )
}

function PartWords({ wish, part }: { wish: Wish; part: WishedPart }) {
  const words = useWords()
  const shop = useShop()
  const piece = pieceOf(part, shop, wish.people)
  return (
    <span className="part-words">
      <span className="strong">{piece.name}</span>
      <span className="strong part-price">{sayPrice(piece, words)}</span>
      <span className="small part-more">
        {[words.minutes(piece.minutes), ...piece.addonNames].join(' · ')}
        {wish.parts.length > 1 && ` · ${piece.staffName ? words.withWhom(piece.staffName) : words.book.anyone}`}
      </span>
    </span>
  )
}
