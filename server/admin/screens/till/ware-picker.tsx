import { Modal, Stack, Text, TextInput, UnstyledButton } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { fold } from '../../../../shared/fold.ts'
import { formatVnd } from '../../../../shared/money.ts'
import { Chips } from '../../parts/chips.tsx'
import { Notice } from '../../parts/notice.tsx'
import { useWords } from '../../words/words.ts'
import type { BillLine } from './bill-line.ts'
import css from './till.module.css'
import { AskPrice, WareChoices } from './ware-choices.tsx'
import { needsChoice, productLine, sellable, serviceLine, type Ware } from './wares.ts'

type Props = { wares: Ware[]; onPick: (line: BillLine) => void }

/** What is sold, to touch: found without tone marks, by kind; what has to be chosen or priced is asked. */
export function WarePicker({ wares, onPick }: Props) {
  const { sale: words } = useWords()
  const [sought, seek] = useState('')
  const [category, choose] = useState('')
  const [asked, ask] = useState<Ware>()
  const categories = [...new Set(wares.map((ware) => ware.category))]
  const q = fold(sought.trim())
  const shown = wares.filter((ware) => (q ? ware.sought.includes(q) : !category || ware.category === category))
  const take = (line: BillLine) => {
    ask(undefined)
    onPick(line)
  }
  const touch = (ware: Ware) => {
    if (needsChoice(ware)) return ask(ware)
    if (ware.service) return take(serviceLine(ware.service, ware.service.priceVnd))
    take(productLine(ware.product, sellable(ware.product)[0]!, []))
  }
  return (
    <Stack gap={12}>
      <TextInput
        aria-label={words.search}
        placeholder={words.search}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={sought}
        onChange={(event) => seek(event.currentTarget.value)}
      />
      {categories.length > 1 && !q && (
        <Chips
          label={words.category}
          value={category}
          onChange={choose}
          choices={[{ value: '', label: words.every }, ...categories.map((name) => ({ value: name, label: name }))]}
        />
      )}
      {shown.length === 0 && <Notice icon={IconSearch} text={q ? words.noMatch(sought) : words.nothing} />}
      <div className={css.wares}>
        {shown.map((ware) => (
          <Tile key={ware.id} ware={ware} onTouch={() => touch(ware)} />
        ))}
      </div>
      <Modal opened={asked !== undefined} onClose={() => ask(undefined)} title={asked?.name}>
        {asked?.service && <AskPrice service={asked.service} onPick={take} />}
        {asked?.product && <WareChoices product={asked.product} onPick={take} />}
      </Modal>
    </Stack>
  )
}

function Tile({ ware: { name, fromVnd, isFrom, soldOut }, onTouch }: { ware: Ware; onTouch: () => void }) {
  const { sale: words } = useWords()
  const price = isFrom ? words.from(formatVnd(fromVnd)) : formatVnd(fromVnd)
  return (
    <UnstyledButton className={css.ware} disabled={soldOut} onClick={onTouch}>
      <Text size="sm" fw={500} component="span">
        {name}
      </Text>
      <Text size="sm" c="dimmed" component="span">
        {soldOut ? words.soldOut : price}
      </Text>
    </UnstyledButton>
  )
}
