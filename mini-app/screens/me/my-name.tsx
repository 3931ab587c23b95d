import { useState } from 'react'
import { answerOf } from '../../answer.ts'
import { api } from '../../api.ts'
import { useDraft } from '../../draft.ts'
import { useWords } from '../../language.ts'
import { useAct } from '../../load.ts'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { Field } from '../../parts/field.tsx'
import { ActProblem } from '../../parts/loaded.tsx'

export function MyName({ name, onSaved }: { name: string; onSaved: () => void }) {
  const words = useWords().me
  const typed = useDraft<{ name?: string }>('name', {})
  const [saved, tell] = useState(false)
  const wanted = typed.draft.name ?? name
  const isNew = wanted.trim() !== '' && wanted.trim() !== name

  const save = useAct(async () => {
    await answerOf(api.me.$patch({ json: { name: wanted.trim() } }))
    typed.finish()
    tell(true)
    onSaved()
  })

  return (
    <Card>
      <form
        className="me-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (isNew) void save.run()
        }}
      >
        <Field
          label={words.name}
          hint={words.nameHint}
          value={wanted}
          maxLength={60}
          autoComplete="name"
          onChange={(name) => {
            tell(false)
            typed.change({ name })
          }}
        />
        <ActProblem of={save} />
        {isNew && (
          <Button look="soft" submit busy={save.busy}>
            {words.save}
          </Button>
        )}
        <p className="small" role="status">
          {saved && !isNew && words.saved}
        </p>
      </form>
    </Card>
  )
}
