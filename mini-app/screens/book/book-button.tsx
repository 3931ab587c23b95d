import { formatVnd } from '../../../shared/money.ts'
import { answerOf } from '../../answer.ts'
import { api, type Shop } from '../../api.ts'
import { useDays } from '../../days.ts'
import { useWords } from '../../language.ts'
import { useAct } from '../../load.ts'
import { Button, LinkButton } from '../../parts/button.tsx'
import { Countdown, useSecondsLeft } from '../../parts/countdown.tsx'
import { ActProblem } from '../../parts/loaded.tsx'
import { problemOf } from '../../problem.ts'
import { navigate } from '../../router.ts'
import { useShop } from '../../shop.ts'
import type { Wish } from '../../wish.ts'
import type { useHold } from './held.ts'
import type { VisitDraft } from './visit-draft.ts'

type BookButtonProps = {
  wish: Wish
  startsAt: string
  draft: VisitDraft
  held: ReturnType<typeof useHold>
  questions: Shop['questions']
  /** Where another time is chosen. */
  choices: string
}

/** The words are not those that were agreed to. */
const unread = 'policy_not_accepted'

/** Books, and says how long the time is kept; where it is no longer, how to keep it again or to take another. */
export function BookButton({ wish, startsAt, draft, held, questions, choices }: BookButtonProps) {
  const words = useWords()
  const left = useSecondsLeft(held.until ?? 0)
  const { note, answers, agreed } = draft.draft
  const deposit = held.hold?.deposit ?? undefined
  const repeat = deposit ? null : draft.draft.repeat
  const isAgreed = !deposit || agreed === (deposit.policy?.id ?? 0)
  const isNone = repeat !== null && repeat.times === repeat.skip.length
  const isMissing = questions.some(({ id, required }) => required && !answers[id]?.trim())

  const book = useAct(async () => {
    draft.change({ sent: true })
    const { id } = draft.draft
    const visit = { ...wish, id, startsAt, ...(note.trim() && { note: note.trim() }) }
    try {
      const first = repeat ? await bookSeries({ ...visit, ...repeat }) : await bookOnce(visit)
      draft.finish()
      navigate(`/bookings/${first}/done`, { replace: true })
    } catch (thrown) {
      const { kind, code } = problemOf(thrown)
      if (kind === 'refusal') draft.change({ sent: false })
      if (code === unread) held.again() // it brings what is to be read
      throw thrown
    }
  })

  async function bookOnce(visit: Wish & { id: string; startsAt: string }) {
    const given = questions.map(({ id }) => ({ questionId: id, answer: answers[id]?.trim() ?? '' }))
    const more = { ...(held.hold && { holdId: held.hold.id }), ...(agreed && { policyId: agreed }) }
    const json = { ...visit, answers: given.filter(({ answer }) => answer), ...more }
    return (await answerOf(api.bookings.$post({ json }))).id
  }

  const saying = { problem: book.problem ?? held.problem }
  if (saying.problem?.kind === 'refusal' && saying.problem.code !== unread) {
    const isFull = saying.problem.code === 'too_many_bookings'
    return (
      <>
        <ActProblem of={saying} />
        <LinkButton to={isFull ? '/bookings' : choices} wide>
          {isFull ? words.done.bookings : words.confirm.otherTime}
        </LinkButton>
      </>
    )
  }
  if (held.until && left === 0 && !book.busy) return <Over choices={choices} onAgain={held.again} />
  return (
    <>
      <ActProblem of={book} />
      {held.until && <Countdown until={held.until} left={left} />}
      {isMissing && <p className="small muted">{words.intake.missing}</p>}
      {!isAgreed && <p className="small muted">{words.deposit.agreeFirst}</p>}
      {isNone && <p className="small muted">{words.series.none}</p>}
      <Button wide busy={book.busy} disabled={isMissing || isNone || !isAgreed} onPress={book.run}>
        <Saying startsAt={startsAt} repeat={repeat} depositVnd={deposit?.amountVnd} />
      </Button>
    </>
  )
}

async function bookSeries(json: Wish & { id: string; startsAt: string; everyWeeks: number; times: number }) {
  const [first] = await answerOf(api.bookings.series.$post({ json }))
  return first!.id
}

type SayingProps = { startsAt: string; repeat: VisitDraft['draft']['repeat']; depositVnd: number | undefined }

/** What the button does. */
function Saying({ startsAt, repeat, depositVnd }: SayingProps) {
  const words = useWords()
  const days = useDays()
  const { acceptance } = useShop()
  const [clock, day] = [days.clock(startsAt), days.weekday(days.dayOf(startsAt))]
  if (depositVnd) return words.deposit.button(formatVnd(depositVnd), clock, day)
  const isRequest = acceptance === 'manual'
  if (!repeat) return isRequest ? words.confirm.request(clock, day) : words.confirm.button(clock, day)
  const visits = repeat.times - repeat.skip.length
  return isRequest ? words.series.request(visits, clock, day) : words.series.button(visits, clock, day)
}

function Over({ choices, onAgain }: { choices: string; onAgain: () => void }) {
  const words = useWords()
  return (
    <>
      <p className="problem-line" role="alert">
        {words.hold.over}
      </p>
      <Button wide onPress={onAgain}>
        {words.hold.again}
      </Button>
      <LinkButton to={choices} look="plain" wide>
        {words.confirm.otherTime}
      </LinkButton>
    </>
  )
}
