import type { InferResponseType } from 'hono/client'
import { useState } from 'react'
import type { api } from '../../api.ts'
import { useDays } from '../../days.ts'
import { useWords } from '../../language.ts'
import { Button } from '../../parts/button.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import './photos-by-visit.css'
import { usePicture } from './use-picture.ts'

export type MyPhoto = InferResponseType<typeof api.photos.$get, 200>[number]

/** Each photo is a request of its own: older visits wait until somebody asks for them. */
const visitsAtOnce = 3

/** Latest visit first. */
export function PhotosByVisit({ photos }: { photos: MyPhoto[] }) {
  const words = useWords().myPhotos
  const { dayOf, fullDay } = useDays()
  const [shown, show] = useState(visitsAtOnce)
  const [open, setOpen] = useState<{ title: string; address: string }>()
  const visits = [...new Set(photos.map(({ bookingId }) => bookingId))]
  return (
    <>
      {visits.slice(0, shown).map((visit) => {
        const ofVisit = photos.filter(({ bookingId }) => bookingId === visit)
        const { serviceName, startsAt } = ofVisit[0]!
        const day = fullDay(dayOf(startsAt))
        return (
          <section key={visit} className="photos-visit">
            <h3 className="me-label">{serviceName}</h3>
            <p className="small muted">{day}</p>
            <div className="photos-row">
              {ofVisit.map(({ id, moment }) => (
                <Photo
                  key={id}
                  id={id}
                  caption={words.moments[moment]}
                  label={words.open(words.moments[moment], serviceName, day)}
                  onOpen={(address) => setOpen({ title: `${words.moments[moment]} · ${day}`, address })}
                />
              ))}
            </div>
          </section>
        )
      })}
      {visits.length > shown && (
        <Button look="soft" onPress={() => show(shown + visitsAtOnce)}>
          {words.more}
        </Button>
      )}
      {open && (
        <Sheet title={open.title} onClose={() => setOpen(undefined)}>
          <img className="photos-whole" src={open.address} alt={open.title} />
          <Button look="plain" wide onPress={() => setOpen(undefined)}>
            {words.close}
          </Button>
        </Sheet>
      )}
    </>
  )
}

type PhotoProps = { id: string; caption: string; label: string; onOpen: (address: string) => void }

function Photo({ id, caption, label, onOpen }: PhotoProps) {
  const words = useWords().myPhotos
  const { address, failed } = usePicture(id)
  return (
    <button
      type="button"
      className="photos-one"
      aria-label={label}
      aria-busy={!address && !failed}
      disabled={!address}
      onClick={() => address && onOpen(address)}
    >
      <span className="photos-frame">
        {address && <img src={address} alt="" />}
        {failed && <span className="small">{words.failed}</span>}
      </span>
      <span className="small">{caption}</span>
    </button>
  )
}
