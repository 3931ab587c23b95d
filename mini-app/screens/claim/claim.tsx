import { useEffect, useState } from 'react'
import { answerOf } from '../../answer.ts'
import { api, type Claimed } from '../../api.ts'
import { useWords } from '../../language.ts'
import { useAct } from '../../load.ts'
import { Button, LinkButton } from '../../parts/button.tsx'
import { Card, Empty } from '../../parts/card.tsx'
import { Icon } from '../../parts/icon.tsx'
import { ActProblem } from '../../parts/loaded.tsx'
import { Screen } from '../../parts/screen.tsx'
import { Skeletons } from '../../parts/skeleton.tsx'
import { usePointWords } from '../../point-words.ts'
import type { ScreenProps } from '../../routes.tsx'
import '../book/done.css'

/** Opened by the code from the till: the visit and its points become mine. */
export function Claim({ params }: ScreenProps) {
  const words = useWords()
  const token = params.token!
  const [claimed, become] = useState<Claimed>()
  const claim = useAct(async () => become(await answerOf(api.claims.$post({ json: { token } }))))

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each code
  useEffect(() => {
    void claim.run()
  }, [token])

  return (
    <Screen title={words.claim.title} above="/">
      {claimed ? (
        <Got claimed={claimed} />
      ) : claim.problem?.kind === 'refusal' ? (
        <Empty title={claim.problem.sentence ?? ''}>
          <LinkButton to="/points" look="soft">
            {words.claim.points}
          </LinkButton>
        </Empty>
      ) : claim.problem ? (
        <Card>
          <ActProblem of={claim} />
          <Button look="soft" icon="again" busy={claim.busy} onPress={claim.run}>
            {words.again}
          </Button>
        </Card>
      ) : (
        <Skeletons count={1} height={220} />
      )}
    </Screen>
  )
}

function Got({ claimed: { points, isWaiting, serviceName } }: { claimed: Claimed }) {
  const words = useWords().claim
  const say = usePointWords()
  const [title, why] =
    points === 0
      ? [words.nothing, words.nothingWords]
      : isWaiting
        ? [words.waits(say(points)), words.waitsWords]
        : [words.got(say(points))]
  return (
    <>
      <Card>
        <p className={isWaiting ? 'done-mark done-mark-waiting' : 'done-mark'}>
          <Icon name={isWaiting ? 'clock' : 'check'} size={32} />
        </p>
        <p className="done-when" role="status">
          {title}
        </p>
        <p className="muted">{words.of(serviceName)}</p>
        {why && <p>{why}</p>}
      </Card>
      <LinkButton to="/points" icon="gift">
        {words.points}
      </LinkButton>
    </>
  )
}
