import { Button, Group, Modal, Stack } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { PhotoMoment } from '../../../../shared/booking.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { useFormats } from '../../parts/formats.ts'
import { Sure } from '../../parts/sure.tsx'
import { useWords } from '../../words/words.ts'
import css from './visit-photos.module.css'

export type Photo = { id: string; moment: PhotoMoment; at: string }
type Props = { photo: Photo; onClose: () => void }

/** One photo, as large as the screen lets it be, and the way to delete it. */
export function WholePhoto({ photo, onClose }: Props) {
  const words = useWords().photos
  const { stamp } = useFormats()
  const [isAsking, ask] = useState(false)
  const title = `${words.moments[photo.moment]} · ${stamp(photo.at)}`
  const remove = useAct(() => answerOf(api.photos[':id'].$delete({ param: { id: photo.id } })), {
    said: () => words.removed,
    done: onClose,
  })
  if (isAsking)
    return (
      <Sure
        opened
        title={words.removeTitle}
        why={words.removeWhy}
        doIt={words.remove}
        busy={remove.isPending}
        onDo={() => remove.mutate(undefined)}
        onClose={() => ask(false)}
      />
    )
  return (
    <Modal opened onClose={onClose} title={title} size="lg">
      <Stack gap={12}>
        <img src={`/admin/api/photos/${photo.id}`} alt={title} className={css.whole} />
        <Group justify="flex-end">
          <Button
            variant="subtle"
            color="var(--bad)"
            leftSection={<IconTrash size={18} aria-hidden />}
            onClick={() => ask(true)}
          >
            {words.remove}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
