import { useRef, useState } from 'react'
import { newId } from '../../../shared/ids.ts'
import { answerOf } from '../../answer.ts'
import { api } from '../../api.ts'
import { useDays } from '../../days.ts'
import { useWords } from '../../language.ts'
import { useAct } from '../../load.ts'
import { Button, LinkButton } from '../../parts/button.tsx'
import { Chips } from '../../parts/chips.tsx'
import '../../parts/field.css'
import { ActProblem } from '../../parts/loaded.tsx'
import { PhoneOffer } from '../../parts/phone-offer.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import type { Wish } from '../../wish.ts'
import { clockOf, minuteIn, type Stretch, stretches } from '../waitlist/wait-words.ts'

type WaitSheetProps = { wish: Wish; day: string; onClose: () => void }

/** To be told when a time is freed: on which day, and which part of it will do. */
export function WaitSheet({ wish, day: shown, onClose }: WaitSheetProps) {
  const words = useWords()
  const days = useDays()
  const id = useRef(newId()) // kept across retries: asking twice is one wait
  const [day, setDay] = useState(shown)
  const [stretch, choose] = useState<Stretch | 'own'>('all')
  const [own, set] = useState<{ from: number; to: number }>({ from: 9 * 60, to: 18 * 60 })
  const [joined, arrive] = useState(false)
  const [fromMinute, toMinute] = stretch === 'own' ? [own.from, own.to] : stretches[stretch]

  const join = useAct(async () => {
    await answerOf(api.waitlist.$post({ json: { ...wish, id: id.current, day, fromMinute, toMinute } }))
    arrive(true)
  })

  if (joined) {
    return (
      <Sheet title={words.wait.joined} onClose={onClose}>
        <p role="status">{words.wait.joinedWords}</p>
        <PhoneOffer />
        <LinkButton to="/bookings" wide>
          {words.done.bookings}
        </LinkButton>
        <Button look="plain" wide onPress={onClose}>
          {words.close}
        </Button>
      </Sheet>
    )
  }
  return (
    <Sheet title={words.wait.button} onClose={onClose}>
      <p className="muted">{words.wait.words(days.day(day))}</p>
      <label className="field">
        <span className="small strong">{words.wait.day}</span>
        <input
          type="date"
          className="field-box"
          min={days.today}
          value={day}
          onInput={(event) => event.currentTarget.value && setDay(event.currentTarget.value)}
        />
      </label>
      <Chips
        label={words.wait.which}
        choices={(['all', 'morning', 'afternoon', 'evening', 'own'] as const).map((value) => ({
          value,
          text: words.wait.stretches[value],
        }))}
        chosen={stretch}
        onChoose={choose}
      />
      {stretch === 'own' && (
        <div className="wait-own">
          <Clock label={words.wait.from} minute={own.from} onChange={(from) => set({ ...own, from })} />
          <Clock label={words.wait.to} minute={own.to} onChange={(to) => set({ ...own, to })} />
        </div>
      )}
      <ActProblem of={join} />
      <Button wide icon="bell" busy={join.busy} disabled={fromMinute > toMinute} onPress={join.run}>
        {fromMinute > toMinute ? words.wait.order : words.wait.join(days.day(day))}
      </Button>
      <Button look="plain" wide onPress={onClose}>
        {words.close}
      </Button>
    </Sheet>
  )
}

type ClockProps = { label: string; minute: number; onChange: (minute: number) => void }

function Clock({ label, minute, onChange }: ClockProps) {
  return (
    <label className="field">
      <span className="small strong">{label}</span>
      <input
        type="time"
        className="field-box"
        value={clockOf(minute)}
        onInput={(event) => onChange(minuteIn(event.currentTarget.value) ?? minute)}
      />
    </label>
  )
}
