import { useState } from 'react'
import { answerOf } from '../../answer.ts'
import { api } from '../../api.ts'
import { useWords } from '../../language.ts'
import { useAct } from '../../load.ts'
import { Button } from '../../parts/button.tsx'
import { CopyField } from '../../parts/copy-field.tsx'
import { ActProblem } from '../../parts/loaded.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { openOutside } from '../../zalo.ts'

/** Hands the visit to the phone's own calendar; the address to copy is there for a Zalo that cannot open it. */
export function AddToCalendar({ bookingId }: { bookingId: string }) {
  const words = useWords()
  const [opened, show] = useState<{ url: string; did: boolean }>()
  const add = useAct(async () => {
    const { url } = await answerOf(api.bookings[':id'].calendar.$get({ param: { id: bookingId } }))
    const { state } = await openOutside(url)
    show({ url, did: state === 'granted' })
  })
  return (
    <>
      <ActProblem of={add} />
      <Button look="soft" icon="calendar" busy={add.busy} onPress={add.run}>
        {words.calendar.add}
      </Button>
      {opened && (
        <Sheet title={words.calendar.add} onClose={() => show(undefined)}>
          <p className="muted">{opened.did ? words.calendar.opened : words.calendar.notOpened}</p>
          <CopyField label={words.calendar.address} text={opened.url} />
          <Button look="plain" wide onPress={() => show(undefined)}>
            {words.close}
          </Button>
        </Sheet>
      )}
    </>
  )
}
