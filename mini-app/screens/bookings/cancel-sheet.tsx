import { useState } from 'react'
import type { SeriesScope } from '../../../shared/booking.ts'
import { formatVnd } from '../../../shared/money.ts'
import { answerOf } from '../../answer.ts'
import { api, type Booking } from '../../api.ts'
import { peopleOf } from '../../bookings.ts'
import { useDays } from '../../days.ts'
import { forgetDrafts } from '../../draft.ts'
import { useWords } from '../../language.ts'
import { useAct } from '../../load.ts'
import { Button } from '../../parts/button.tsx'
import { ActProblem } from '../../parts/loaded.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { ScopeChoice } from './scope-choice.tsx'

/** What of a deposit comes back, said before it is too late. */
function ComesBack({ booking }: { booking: Booking }) {
  const words = useWords().deposit
  const { deposit } = booking
  if (!deposit || (deposit.state !== 'paid' && deposit.ifCancelledVnd === 0)) return null
  const { ifCancelledVnd } = deposit
  return (
    <p className="strong">
      {ifCancelledVnd > 0 ? words.ifCancelled(formatVnd(ifCancelledVnd)) : words.ifCancelledNone}
    </p>
  )
}

export function CancelSheet({ booking, onClose }: { booking: Booking; onClose: () => void }) {
  const words = useWords()
  const days = useDays()
  const [scope, mean] = useState<SeriesScope>('this')
  const cancel = useAct(async () => {
    await answerOf(api.bookings[':id'].cancel.$post({ param: { id: booking.id }, json: { scope } }))
    forgetDrafts()
    onClose()
  })
  return (
    <Sheet title={words.bookings.sheetTitle} onClose={onClose}>
      <p className="strong">
        {booking.serviceName} {words.withWhom(...peopleOf(booking))}
      </p>
      <p className="muted">{words.bookings.sheetWords}</p>
      <ComesBack booking={booking} />
      {booking.seriesId && <ScopeChoice chosen={scope} onChoose={mean} />}
      <ActProblem of={cancel} />
      <Button look="danger" wide busy={cancel.busy} onPress={cancel.run}>
        {scope === 'this'
          ? words.bookings.sheetYes(days.clock(booking.startsAt), days.day(days.dayOf(booking.startsAt)))
          : words.series.cancel[scope]}
      </Button>
      <Button look="plain" wide onPress={onClose}>
        {words.bookings.sheetNo}
      </Button>
    </Sheet>
  )
}
