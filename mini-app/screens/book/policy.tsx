import { useState } from 'react'
import { displayPhone } from '../../../shared/phone.ts'
import { minuteMs } from '../../../shared/time.ts'
import { useDays } from '../../days.ts'
import { useWords } from '../../language.ts'
import { Button } from '../../parts/button.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { useShop } from '../../shop.ts'

/** The rules in one line, whole on a press; and, where the shop answers each wish itself, that it does. */
export function Policy({ startsAt }: { startsAt: string }) {
  const words = useWords()
  const days = useDays()
  const { policy, cancelHours, selfCancel, phone, acceptance, acceptMinutes } = useShop()
  const answeredBy = new Date(Math.min(Date.now() + acceptMinutes * minuteMs, Date.parse(startsAt))).toISOString()
  const [isOpen, open] = useState(false)
  const line = selfCancel ? words.confirm.policy(cancelHours) : words.confirm.policyByPhone(displayPhone(phone))
  return (
    <div className="policy">
      <p className="small muted">{line}</p>
      {acceptance === 'manual' && (
        <p className="small muted">
          {words.confirm.manual(words.at(days.clock(answeredBy), days.day(days.dayOf(answeredBy))))}
        </p>
      )}
      {policy?.words && (
        <Button look="plain" onPress={() => open(true)}>
          {words.confirm.wholePolicy}
        </Button>
      )}
      {isOpen && (
        <Sheet title={words.confirm.wholePolicy} onClose={() => open(false)}>
          <p className="policy-words">{policy?.words}</p>
          <p className="muted">{line}</p>
          <Button wide onPress={() => open(false)}>
            {words.close}
          </Button>
        </Sheet>
      )}
    </div>
  )
}
