import { Select, Stack } from '@mantine/core'
import { useState } from 'react'
import type { MessageField } from '../../../../shared/notifications.ts'
import type { TemplateDetail } from '../../answers.ts'
import { useWords } from '../../words/words.ts'
import { kindOf } from './template-words.ts'
import { TextWithFields } from './text-with-fields.tsx'

type Props = {
  param: TemplateDetail['params'][number]
  fields: MessageField[]
  source: string
  problem?: string
  onChange: (source: string) => void
}

const own = 'own'

/** One thing known of the customer or the visit, or words of one's own around such things. */
export function ParamInput({ param, fields, source, problem, onChange }: Props) {
  const words = useWords()
  const field = fields.find((known) => source === `<${known}>`)
  const [isOwn, setOwn] = useState(source !== '' && !field)
  const { name, type, maxLength, required } = param
  const limits = words.templates.limits(kindOf(type, words), maxLength)
  return (
    <Stack gap={8}>
      <Select
        label={name}
        description={required ? limits : `${limits}, ${words.templates.optional}`}
        placeholder={words.templates.notChosen}
        allowDeselect={!required}
        error={isOwn ? undefined : problem}
        data={[
          ...fields.map((known) => ({ value: known as string, label: words.templates.field[known] })),
          { value: own, label: words.templates.own },
        ]}
        value={isOwn ? own : (field ?? null)}
        onChange={(chosen) => {
          setOwn(chosen === own)
          onChange(chosen && chosen !== own ? `<${chosen}>` : '')
        }}
      />
      {isOwn && (
        <TextWithFields
          label={words.templates.ownText(name)}
          value={source}
          fields={fields}
          problems={problem ? [problem] : []}
          onChange={onChange}
        />
      )}
    </Stack>
  )
}
