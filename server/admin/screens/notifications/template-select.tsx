import { Select, Text } from '@mantine/core'
import type { Template } from '../../answers.ts'
import { useWords } from '../../words/words.ts'
import { statusOf } from './template-words.ts'

type Props = { templates: Template[]; value: string; error?: string; onChange: (id: string) => void }

/** Only what Zalo approved can be chosen; the others are there to be seen, with why not. */
export function TemplateSelect({ templates, value, error, onChange }: Props) {
  const words = useWords()
  const byId = new Map(templates.map((template) => [template.id, template]))
  const missing = value && !byId.has(value) ? [{ value, label: value, disabled: true }] : []
  return (
    <Select
      label={words.templates.choose}
      placeholder={words.templates.none}
      error={error}
      allowDeselect={false}
      data={[
        ...missing,
        ...templates.map(({ id, name, status }) => ({ value: id, label: name, disabled: status !== 'ENABLE' })),
      ]}
      value={value || null}
      onChange={(id) => onChange(id ?? '')}
      renderOption={({ option: { value: id, label } }) => (
        <div>
          <Text size="sm">{label}</Text>
          <Text size="xs" c="dimmed">
            {id} · {statusOf(byId.get(id)?.status ?? 'DELETE', words)}
          </Text>
        </div>
      )}
    />
  )
}
