import { useState } from 'react'
import { answerOf } from '../../answer.ts'
import { api } from '../../api.ts'
import { useWords } from '../../language.ts'
import { useAct } from '../../load.ts'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { CopyField } from '../../parts/copy-field.tsx'
import { ActProblem } from '../../parts/loaded.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { openOutside } from '../../zalo.ts'

/** All bookings in the phone's own calendar, which keeps itself up to date. The address is made when it is asked for. */
export function MyCalendar() {
  const words = useWords()
  const say = words.calendar
  const [url, show] = useState<string>()
  const ask = useAct(async () => show((await answerOf(api.me.calendar.$get())).url))
  const subscribe = useAct(() => openOutside(url!.replace(/^https?:/, 'webcal:')))
  return (
    <Card>
      <div>
        <h2 className="me-label">{say.feed}</h2>
        <p className="small muted">{say.feedWhy}</p>
      </div>
      <ActProblem of={ask} />
      <Button look="soft" icon="calendar" busy={ask.busy} onPress={ask.run}>
        {say.feedButton}
      </Button>
      {url && (
        <Sheet title={say.feed} onClose={() => show(undefined)}>
          <p className="muted">{say.feedWords}</p>
          <CopyField label={say.address} text={url} />
          <Button look="soft" wide icon="calendar" busy={subscribe.busy} onPress={subscribe.run}>
            {say.feedOpen}
          </Button>
          <Button look="plain" wide onPress={() => show(undefined)}>
            {words.close}
          </Button>
        </Sheet>
      )}
    </Card>
  )
}
