import { answerOf } from '../../answer.ts'
import { api, until, type Wait } from '../../api.ts'
import { useWords } from '../../language.ts'
import { useAct, useLoad } from '../../load.ts'
import { Button, LinkButton } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { ActProblem, Loaded } from '../../parts/loaded.tsx'
import { useWaitWords } from '../waitlist/wait-words.ts'

/** What I wait for, and what is offered to me; what is over is not spoken of. */
export function Waits() {
  const words = useWords().wait
  const waits = useLoad('waits', (signal) => answerOf(api.waitlist.$get({}, until(signal))))
  return (
    <Loaded of={waits} shape={null}>
      {(all) => {
        const open = all.filter(({ state }) => state === 'waiting' || state === 'offered')
        if (open.length === 0) return null
        return (
          <section className="bookings-group">
            <h2>{words.mine}</h2>
            {open.map((wait) => (
              <Waiting key={wait.id} wait={wait} onLeft={waits.again} />
            ))}
          </section>
        )
      }}
    </Loaded>
  )
}

function Waiting({ wait, onLeft }: { wait: Wait; onLeft: () => void }) {
  const words = useWords()
  const say = useWaitWords()
  const leave = useAct(async () => {
    await answerOf(api.waitlist[':id'].$delete({ param: { id: wait.id } }))
    onLeft()
  })
  const isOffered = wait.state === 'offered'
  return (
    <Card>
      <div className="booking-head">
        <h3 className="booking-when">{say.when(wait)}</h3>
        <span className={`chip chip-${wait.state}`}>{words.wait.states[wait.state]}</span>
      </div>
      <p>{wait.serviceName}</p>
      <ActProblem of={leave} />
      <div className="booking-acts">
        {isOffered && <LinkButton to={`/waitlist/${wait.id}`}>{words.wait.look}</LinkButton>}
        <Button look="soft" busy={leave.busy} onPress={leave.run}>
          {words.wait.leave}
        </Button>
      </div>
    </Card>
  )
}
