import { SimpleGrid } from '@mantine/core'
import { useWords } from '../../words/words.ts'
import { type LayoutProps, PartList } from './layout-editor.tsx'
import { TextWithFields } from './text-with-fields.tsx'

/** The table of a message: what, and how much or when. */
export function LayoutRows({ layout, fields, problemsAt, onChange }: LayoutProps) {
  const words = useWords().templates
  const { rows } = layout
  const set = (next: typeof rows) => onChange({ ...layout, rows: next })
  return (
    <PartList
      problems={problemsAt('rows')}
      add={words.addRow}
      onAdd={rows.length < 8 ? () => set([...rows, { label: '', value: '' }]) : undefined}
    >
      {rows.map((row, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name than their place
        <SimpleGrid key={i} cols={{ base: 1, xs: 2 }} spacing={8}>
          <TextWithFields
            label={words.row(i + 1)}
            value={row.label}
            problems={problemsAt(`rows.${i}.label`)}
            onChange={(label) => set(rows.with(i, { ...row, label }))}
          />
          <TextWithFields
            label={words.rowValue(i + 1)}
            value={row.value}
            fields={fields}
            problems={problemsAt(`rows.${i}.value`)}
            onChange={(value) => set(rows.with(i, { ...row, value }))}
            onRemove={() => set(rows.toSpliced(i, 1))}
          />
        </SimpleGrid>
      ))}
    </PartList>
  )
}

/** The buttons of a message, and the page of the Mini App that each opens. */
export function LayoutButtons({ layout, fields, problemsAt, onChange }: LayoutProps) {
  const words = useWords().templates
  const { buttons } = layout
  const set = (next: typeof buttons) => onChange({ ...layout, buttons: next })
  return (
    <PartList
      problems={problemsAt('buttons')}
      add={words.addButton}
      onAdd={buttons.length < 2 ? () => set([...buttons, { title: '', content: '/' }]) : undefined}
    >
      {buttons.map((button, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: buttons have no other name than their place
        <SimpleGrid key={i} cols={{ base: 1, xs: 2 }} spacing={8}>
          <TextWithFields
            label={words.button(i + 1)}
            value={button.title}
            problems={problemsAt(`buttons.${i}.title`)}
            onChange={(title) => set(buttons.with(i, { ...button, title }))}
          />
          <TextWithFields
            label={words.buttonTo(i + 1)}
            value={button.content}
            fields={fields.filter((field) => field === 'link' || field === 'booking_code')}
            problems={problemsAt(`buttons.${i}.content`)}
            onChange={(content) => set(buttons.with(i, { ...button, content }))}
            onRemove={() => set(buttons.toSpliced(i, 1))}
          />
        </SimpleGrid>
      ))}
    </PartList>
  )
}
