import { ActionIcon, CloseButton, Group, Menu, Textarea } from '@mantine/core'
import { IconBraces } from '@tabler/icons-react'
import { useRef } from 'react'
import type { MessageField } from '../../../../shared/notifications.ts'
import { useWords } from '../../words/words.ts'

type Props = {
  label: string
  value: string
  fields?: MessageField[]
  problems: string[]
  onChange: (text: string) => void
  onRemove?: () => void
}

/** Words in which `<customer_name>` stands for the customer's name; such a field is put in where the caret is. */
export function TextWithFields({ label, value, fields = [], problems, onChange, onRemove }: Props) {
  const words = useWords().templates
  const box = useRef<HTMLTextAreaElement>(null)
  const insert = (field: MessageField) => {
    const at = box.current?.selectionEnd ?? value.length
    onChange(`${value.slice(0, at)}<${field}>${value.slice(at)}`)
  }
  return (
    <Group gap={4} wrap="nowrap" align="flex-start">
      <Textarea
        ref={box}
        label={label}
        value={value}
        autosize
        minRows={1}
        style={{ flex: 1 }}
        error={problems.length > 0 ? problems.join(' ') : undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {fields.length > 0 && (
        <Menu position="bottom-end" width={220}>
          <Menu.Target>
            <ActionIcon mt={25} variant="subtle" aria-label={words.insert(label)}>
              <IconBraces size={18} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {fields.map((field) => (
              <Menu.Item key={field} onClick={() => insert(field)}>
                {words.field[field]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {onRemove && <CloseButton mt={25} size={36} aria-label={words.removePart(label)} onClick={onRemove} />}
    </Group>
  )
}
