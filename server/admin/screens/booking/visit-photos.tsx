import { Button, FileButton, Skeleton, Stack, Text } from '@mantine/core'
import { IconCamera } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { mostPhotos, type PhotoMoment, photoMoments, takesTime } from '../../../../shared/booking.ts'
import { newId } from '../../../../shared/ids.ts'
import type { Visit } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { useWords } from '../../words/words.ts'
import { scaledPicture } from './scaled-picture.ts'
import css from './visit-photos.module.css'
import { WholePhoto } from './whole-photo.tsx'

/** Before and after, if the customer allows it: seen, added, deleted. Of a visit that fell through there is nothing. */
export function VisitPhotos({ visit }: { visit: Visit }) {
  const words = useWords().photos
  const load = useQuery({
    queryKey: ['photos', visit.id],
    queryFn: () => answerOf(api.bookings[':id'].photos.$get({ param: { id: visit.id } })),
    enabled: visit.customer !== null && takesTime.includes(visit.status),
  })
  if (!takesTime.includes(visit.status)) return null
  return (
    <Stack component="section" gap={8} aria-label={words.title}>
      <Text component="h3" fz={14} fw={600}>
        {words.title}
      </Text>
      {visit.customer ? (
        <Loaded of={load} skeleton={<Skeleton height={96} />}>
          {({ allowed, photos }) =>
            allowed ? <Photos bookingId={visit.id} photos={photos} /> : <Text size="sm">{words.notAllowed}</Text>
          }
        </Loaded>
      ) : (
        <Text size="sm">{words.nobody}</Text>
      )}
    </Stack>
  )
}

export type Photo = { id: string; moment: PhotoMoment; at: string }

function Photos({ bookingId, photos }: { bookingId: string; photos: Photo[] }) {
  const words = useWords().photos
  const [open, setOpen] = useState<Photo>()
  const isFull = photos.length >= mostPhotos
  return (
    <Stack gap={12}>
      {photoMoments.map((moment) => {
        const taken = photos.filter((photo) => photo.moment === moment)
        return (
          <Stack key={moment} gap={8} align="flex-start">
            <Text size="sm" c="dimmed">
              {words.moments[moment]}
              {taken.length === 0 && ` · ${words.none}`}
            </Text>
            {taken.length > 0 && (
              <div className={css.row} style={{ alignSelf: 'stretch' }}>
                {taken.map((photo, i) => (
                  <button
                    key={photo.id}
                    type="button"
                    className={css.photo}
                    aria-label={words.open[moment](i + 1)}
                    onClick={() => setOpen(photo)}
                  >
                    <img src={addressOf(photo)} alt="" />
                  </button>
                ))}
              </div>
            )}
            {!isFull && <AddPhoto bookingId={bookingId} moment={moment} />}
          </Stack>
        )
      })}
      {isFull && <Text size="sm">{words.full(mostPhotos)}</Text>}
      {open && <WholePhoto photo={open} address={addressOf(open)} onClose={() => setOpen(undefined)} />}
    </Stack>
  )
}

const addressOf = ({ id }: Photo) => `/admin/api/photos/${id}`

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
