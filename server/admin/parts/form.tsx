import { Button, Group, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'

type Props = {
  onSubmit: () => void
  busy: boolean
  submit?: string
  blocked?: boolean
  onCancel?: () => void
  children: ReactNode
}

/** Fields above, what to do with them below. `blocked` when the form itself shows what is still missing. */
export function Form({ onSubmit, busy, submit, blocked, onCancel, children }: Props) {
  const words = useWords()
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy && !blocked) onSubmit()
      }}
    >
      <Stack gap={16}>
        {children}
        <Group justify="flex-end" gap={8}>
          {onCancel && (
            <Button variant="default" onClick={onCancel}>
              {words.acts.back}
            </Button>
          )}
          <Button type="submit" loading={busy} disabled={blocked}>
            {submit ?? words.acts.save}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
