import { Button, Stack, TagsInput, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Layout } from '../../../../shared/message-templates.ts'
import type { MessageField } from '../../../../shared/notifications.ts'
import { useWords } from '../../words/words.ts'
import { LayoutButtons, LayoutRows } from './layout-pairs.tsx'
import { TextWithFields } from './text-with-fields.tsx'

export type LayoutProps = {
  layout: Layout
  fields: MessageField[]
  /** What is wrong with a part, by its place: `title`, `rows.0.label`. */
  problemsAt: (where: string) => string[]
  onChange: (layout: Layout) => void
}

/** The parts of a message as Zalo reviews them; what breaks a rule says so in its place. */
export function LayoutEditor(props: LayoutProps) {
  const words = useWords().templates
  const { layout, fields, problemsAt, onChange } = props
  const { paragraphs } = layout
  const setParagraphs = (next: string[]) => onChange({ ...layout, paragraphs: next })
  return (
    <Stack gap={16}>
      <TextWithFields
        label={words.title}
        value={layout.title}
        fields={fields}
        problems={problemsAt('title')}
        onChange={(title) => onChange({ ...layout, title })}
      />
      <PartList
        problems={problemsAt('paragraphs')}
        add={words.addParagraph}
        onAdd={paragraphs.length < 4 ? () => setParagraphs([...paragraphs, '']) : undefined}
      >
        {paragraphs.map((paragraph, i) => (
          <TextWithFields
            // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no other name than their place
            key={i}
            label={words.paragraph(i + 1)}
            value={paragraph}
            fields={fields}
            problems={problemsAt(`paragraphs.${i}`)}
            onChange={(text) => setParagraphs(paragraphs.with(i, text))}
            onRemove={paragraphs.length > 1 ? () => setParagraphs(paragraphs.toSpliced(i, 1)) : undefined}
          />
        ))}
      </PartList>
      <LayoutRows {...props} />
      <LayoutButtons {...props} />
      <Rating {...props} />
    </Stack>
  )
}

type ListProps = { problems: string[]; add: string; onAdd?: () => void; children: ReactNode }

export const PartList = ({ problems, add, onAdd, children }: ListProps) => (
  <Stack gap={8}>
    {children}
    {problems.length > 0 && (
      <Text size="xs" c="var(--mantine-color-error)" role="alert">
        {problems.join(' ')}
      </Text>
    )}
    {onAdd && (
      <div>
        <Button variant="subtle" px={8} leftSection={<IconPlus size={18} aria-hidden />} onClick={onAdd}>
          {add}
        </Button>
      </div>
    )}
  </Stack>
)

/** Only a template that asks for stars has this. */
function Rating({ layout, problemsAt, onChange }: LayoutProps) {
  const words = useWords().templates
  const { rating } = layout
  if (!rating) return null
  const set = (change: Partial<typeof rating>) => onChange({ ...layout, rating: { ...rating, ...change } })
  return (
    <>
      <TextWithFields
        label={words.question}
        value={rating.question}
        problems={problemsAt('rating.question')}
        onChange={(question) => set({ question })}
      />
      <TagsInput
        label={words.choices}
        value={rating.choices}
        error={problemsAt('rating.choices').join(' ') || undefined}
        onChange={(choices) => set({ choices })}
      />
      <TextWithFields
        label={words.thanks}
        value={rating.thanks}
        problems={problemsAt('rating.thanks')}
        onChange={(thanks) => set({ thanks })}
      />
    </>
  )
}
