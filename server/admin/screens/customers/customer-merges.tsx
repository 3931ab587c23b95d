import { Button, Stack, Title } from '@mantine/core'
import { useState } from 'react'
import { displayPhone } from '../../../../shared/phone.ts'
import type { CustomerFile } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { Entry } from '../../parts/entry.tsx'
import { useFormats } from '../../parts/formats.ts'
import { Sure } from '../../parts/sure.tsx'
import { useMay } from '../../session.ts'
import { useWords } from '../../words/words.ts'

/** The records that this person was made of; owner and managers part them again. */
export function CustomerMerges({ merges }: Pick<CustomerFile, 'merges'>) {
  const { merges: words } = useWords().profiles
  const { stamp } = useFormats()
  const may = useMay()
  const [parting, setParting] = useState<string>()
  const undo = useAct((id: string) => answerOf(api.merges[':id'].undo.$post({ param: { id } })), {
    said: () => words.undone,
    done: () => setParting(undefined),
  })
  if (merges.length === 0) return null
  return (
    <Stack component="section" gap={0} aria-label={words.title}>
      <Title order={3} mb={4}>
        {words.title}
      </Title>
      {merges.map(({ id, name, phone, at }) => (
        <Entry
          key={id}
          title={name}
          under={[phone && displayPhone(phone), stamp(at)]}
          value={
            may('manager') && (
              <Button variant="default" h={44} onClick={() => setParting(id)}>
                {words.undo}
              </Button>
            )
          }
        />
      ))}
      <Sure
        opened={parting !== undefined}
        title={words.undo}
        why={words.why}
        doIt={words.undo}
        busy={undo.isPending}
        onDo={() => parting && undo.mutate(parting)}
        onClose={() => setParting(undefined)}
      />
    </Stack>
  )
}
