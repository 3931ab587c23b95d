import { Button, FileButton, Modal, Skeleton, Stack, Text } from '@mantine/core'
import { IconCamera } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { mostPhotos, type PhotoMoment, photoMoments, showsWork } from '../../../../shared/booking.ts'
import { newId } from '../../../../shared/ids.ts'
import type { Visit } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { useWords } from '../../words/words.ts'
import { scaledPicture } from './scaled-picture.ts'
import css from './visit-photos.module.css'
import { type Photo, WholePhoto } from './whole-photo.tsx'

/** `onAsking` says that a dialog is open, so that what holds the button stays. */
type Props = { visit: Visit; onAsking?: (asking: boolean) => void }

/** The way to before and after. Who gave no name has no photos, and of a visit that fell through there is nothing. */
export function VisitPhotos({ visit, onAsking }: Props) {
  const words = useWords().photos
  const [opened, setOpened] = useState(false)
  const show = (opened: boolean) => {
    setOpened(opened)
    onAsking?.(opened)
  }
  if (!visit.customer || !showsWork.includes(visit.status)) return null
  return (
    <>
      <Button variant="subtle" leftSection={<IconCamera size={18} aria-hidden />} onClick={() => show(true)}>
        {words.button}
      </Button>
      <Modal opened={opened} onClose={() => show(false)} title={words.title} size="lg">
        <Photos bookingId={visit.id} />
      </Modal>
    </>
  )
}

function Photos({ bookingId }: { bookingId: string }) {
  const words = useWords().photos
  const load = useQuery({
    queryKey: ['photos', bookingId],
    queryFn: () => answerOf(api.bookings[':id'].photos.$get({ param: { id: bookingId } })),
  })
  return (
    <Loaded of={load} skeleton={<Skeleton height={160} />}>
      {({ allowed, photos }) => {
        if (!allowed) return <Text size="sm">{words.notAllowed}</Text>
        const isFull = photos.length >= mostPhotos
        return (
          <Stack gap={20}>
            {photoMoments.map((moment) => (
              <Stack key={moment} gap={8} align="flex-start">
                <Moment moment={moment} photos={photos.filter((photo) => photo.moment === moment)} />
                {!isFull && <AddPhoto bookingId={bookingId} moment={moment} />}
              </Stack>
            ))}
            {isFull && <Text size="sm">{words.full(mostPhotos)}</Text>}
          </Stack>
        )
      }}
    </Loaded>
  )
}

function Moment({ moment, photos }: { moment: PhotoMoment; photos: Photo[] }) {
  const words = useWords().photos
  const [open, setOpen] = useState<Photo>()
  return (
    <>
      <Text component="h3" fz={14} fw={600}>
        {words.moments[moment]}
      </Text>
      {photos.length === 0 && (
        <Text size="sm" c="dimmed">
          {words.none}
        </Text>
      )}
      <div className={css.row}>
        {photos.map((photo, i) => (
          <button
            key={photo.id}
            type="button"
            className={css.photo}
            aria-label={words.open[moment](i + 1)}
            onClick={() => setOpen(photo)}
          >
            <img src={`/admin/api/photos/${photo.id}`} alt="" />
          </button>
        ))}
      </div>
      {open && <WholePhoto photo={open} onClose={() => setOpen(undefined)} />}
    </>
  )
}

/** From the camera or a file, as the phone offers; made small here before it is sent. */
function AddPhoto({ bookingId, moment }: { bookingId: string; moment: PhotoMoment }) {
  const words = useWords().photos
  const add = useAct(
    async (file: File) => {
      const asked = { param: { id: bookingId }, query: { id: newId(), moment } }
      const body = await scaledPicture(file)
      await answerOf(api.bookings[':id'].photos.$post(asked, { init: { body } }))
    },
    { said: () => words.added },
  )
  return (
    <FileButton accept="image/*" onChange={(file) => file && add.mutate(file)}>
      {(props) => (
        <Button {...props} variant="light" loading={add.isPending} leftSection={<IconCamera size={18} aria-hidden />}>
          {words.add[moment]}
        </Button>
      )}
    </FileButton>
  )
}
