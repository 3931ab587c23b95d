import { Button, Textarea } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import type { Visit } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { useWords } from '../../words/words.ts'

/** What the shop writes down about a visit: a field once there is something, saved when it changed. */
export function PrivateNote({ visit }: { visit: Visit }) {
  const words = useWords()
  const [typed, setTyped] = useState<string>()
  const save = useAct(
    (privateNote: string) =>
      answerOf(api.bookings[':id']['private-note'].$put({ param: { id: visit.id }, json: { privateNote } })),
    { said: () => words.notes.saved, done: () => setTyped(undefined) },
  )
  if (!visit.privateNote && typed === undefined)
    return (
      <div>
        <Button
          variant="subtle"
          size="compact-sm"
          px={0}
          leftSection={<IconPencil size={16} aria-hidden />}
          onClick={() => setTyped('')}
        >
          {words.notes.add}
        </Button>
      </div>
    )
  return (
    <div>
      <Textarea
        label={words.notes.private}
        placeholder={words.notes.privateHint}
        autosize
        autoFocus={typed === ''}
        minRows={1}
        maxLength={1000}
        value={typed ?? visit.privateNote}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {typed !== undefined && typed !== visit.privateNote && (
        <Button size="xs" mt={8} loading={save.isPending} onClick={() => save.mutate(typed)}>
          {words.acts.save}
        </Button>
      )}
    </div>
  )
}
