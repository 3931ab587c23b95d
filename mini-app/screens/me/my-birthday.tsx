import { useId, useState } from 'react'
import { answerOf } from '../../answer.ts'
import { api, type Me } from '../../api.ts'
import { useWords } from '../../language.ts'
import { useAct } from '../../load.ts'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { ActProblem } from '../../parts/loaded.tsx'
import { usePointWords } from '../../point-words.ts'
import { useShop } from '../../shop.ts'
import './my-birthday.css'

const two = (n: number) => String(n).padStart(2, '0')
const daysIn = (month: number) => new Date(Date.UTC(2024, month || 1, 0)).getUTCDate() // of a leap year

/** Day and month, told once and changed once; without the year nobody learns an age. */
export function MyBirthday({ birthday, onSaved }: { birthday: Me['birthday']; onSaved: () => void }) {
  const words = useWords().birthday
  const say = usePointWords()
  const { birthday: rules } = useShop()
  const [knownMonth, knownDay] = (birthday?.day ?? '').split('-').map(Number) as [number, number?]
  const [month, chooseMonth] = useState(knownMonth || 0)
  const [date, chooseDate] = useState(knownDay ?? 0)
  const day = `${two(month)}-${two(date)}`
  const isNew = month > 0 && date > 0 && date <= daysIn(month) && day !== birthday?.day
  const [isSaved, tell] = useState(false)
  const save = useAct(async () => {
    await answerOf(api.me.birthday.$put({ json: { day } }))
    tell(true)
    onSaved()
  })
  const isSettled = birthday !== null && !birthday.mayChange
  const earns = rules?.toldPoints > 0 && !birthday && words.earns(say(rules.toldPoints))
  return (
    <Card>
      <div>
        <h2 className="me-label">{words.label}</h2>
        <p className="small muted">
          {[earns, rules?.isGivenFor ? words.why : words.whyPlain].filter(Boolean).join(' ')}
        </p>
      </div>
      {isSettled ? (
        <p className="strong">{birthday.day.split('-').reverse().join('/')}</p>
      ) : (
        <div className="birthday">
          <Choice label={words.day} value={date} onChange={chooseDate} most={daysIn(month)} say={String} />
          <Choice label={words.month} value={month} onChange={chooseMonth} most={12} say={words.monthOf} />
        </div>
      )}
      {birthday && <p className="small muted">{birthday.mayChange ? words.once : words.settled}</p>}
      <ActProblem of={save} />
      {isNew && (
        <Button look="soft" busy={save.busy} onPress={save.run}>
          {words.save}
        </Button>
      )}
      <p className="small birthday-said" role="status">
        {isSaved && !isNew && words.saved}
      </p>
    </Card>
  )
}

type ChoiceProps = {
  label: string
  value: number
  onChange: (n: number) => void
  most: number
  say: (n: number) => string
}

function Choice({ label, value, onChange, most, say }: ChoiceProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="field-box" value={value} onChange={(event) => onChange(Number(event.target.value))}>
        <option value={0}>–</option>
        {Array.from({ length: most }, (_, i) => i + 1).map((n) => (
          <option key={n} value={n}>
            {say(n)}
          </option>
        ))}
      </select>
    </div>
  )
}
