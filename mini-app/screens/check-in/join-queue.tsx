import { useRef, useState } from 'react'
import { newId } from '../../../shared/ids.ts'
import { answerOf } from '../../answer.ts'
import { api, until } from '../../api.ts'
import { useWords } from '../../language.ts'
import { useAct, useLoad } from '../../load.ts'
import { Button, LinkButton } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { Chips } from '../../parts/chips.tsx'
import { Field } from '../../parts/field.tsx'
import { ActProblem, Loaded } from '../../parts/loaded.tsx'
import { Skeleton } from '../../parts/skeleton.tsx'
import { useShop } from '../../shop.ts'

type JoinQueueProps = { code: string; sentence: string; onJoined: () => void }

/** Here without a booking: to wait for a free chair, for a service and by the name that is called out. */
export function JoinQueue({ code, sentence, onJoined }: JoinQueueProps) {
  const words = useWords()
  const me = useLoad('me', (signal) => answerOf(api.me.$get({}, until(signal))))
  return (
    <>
      <Card>
        <p role="status">{sentence}</p>
      </Card>
      <Loaded of={me} shape={<Skeleton height={240} />}>
        {({ name }) => <Wish code={code} name={name} onJoined={onJoined} />}
      </Loaded>
      <LinkButton to="/services" look="plain" icon="book">
        {words.checkIn.bookInstead}
      </LinkButton>
    </>
  )
}

function Wish({ code, name, onJoined }: { code: string; name: string; onJoined: () => void }) {
  const words = useWords()
  const { services } = useShop()
  const id = useRef(newId()) // kept across retries: asking twice is one place
  const [called, call] = useState(name)
  const [serviceId, choose] = useState<string>()
  const join = useAct(async () => {
    const json = { id: id.current, code, name: called.trim(), parts: [{ serviceId: serviceId! }] }
    await answerOf(api.queue.$post({ json }))
    onJoined()
  })
  return (
    <Card>
      <Chips
        label={words.checkIn.what}
        choices={services.map((service) => ({
          value: service.id,
          text: service.name,
          more: words.minutes(service.durationMinutes),
        }))}
        chosen={serviceId}
        onChoose={choose}
      />
      {name === '' && <Field label={words.checkIn.name} value={called} maxLength={60} onChange={call} />}
      <ActProblem of={join} />
      <Button wide icon="people" busy={join.busy} disabled={!serviceId || !called.trim()} onPress={join.run}>
        {!serviceId ? words.checkIn.chooseFirst : called.trim() ? words.checkIn.join : words.checkIn.nameFirst}
      </Button>
    </Card>
  )
}
