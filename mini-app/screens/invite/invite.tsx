import { formatVnd } from '../../../shared/money.ts'
import { answerOf } from '../../answer.ts'
import { api, type Invitation, until } from '../../api.ts'
import { linkInto } from '../../host.ts'
import { deviceId, dropInvite } from '../../invited.ts'
import { useWords } from '../../language.ts'
import { useAct, useLoad } from '../../load.ts'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { CopyField } from '../../parts/copy-field.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Screen } from '../../parts/screen.tsx'
import { Skeletons } from '../../parts/skeleton.tsx'
import { usePointWords } from '../../point-words.ts'
import { shareLink } from '../../zalo.ts'
import { Friends } from './friends.tsx'
import './invite.css'
import { MyInvitation } from './my-invitation.tsx'

/** My code for friends, what it brings, whom it brought; and, for who is new, the code of who brought them. */
export function Invite() {
  const words = useWords().invite
  const invitation = useLoad('invite', async (signal) => {
    const known = await answerOf(api.me.invite.$get({ query: { device: deviceId() } }, until(signal)))
    if (!known.isNew) dropInvite()
    return known
  })
  return (
    <Screen title={words.title} above="/">
      <Loaded of={invitation} shape={<Skeletons count={3} height={140} />}>
        {(known) => (
          <>
            {(known.isNew || known.broughtBy) && <MyInvitation invitation={known} onSent={invitation.again} />}
            <Code invitation={known} />
            <Friends friends={known.friends} />
          </>
        )}
      </Loaded>
    </Screen>
  )
}

function Code({ invitation: { code, terms } }: { invitation: Invitation }) {
  const words = useWords().invite
  const say = usePointWords()
  const link = linkInto(`/?invite=${code}`) ?? code
  // Where Zalo cannot share, the link below stays.
  const share = useAct(() => shareLink(link))
  return (
    <Card>
      <h2>{words.lead}</h2>
      <p>{words.both(say(terms.referrerPoints), say(terms.friendPoints))}</p>
      <div>
        <p className="small muted">{words.code}</p>
        <p className="invite-code">{code}</p>
      </div>
      <Button icon="message" wide busy={share.busy} onPress={share.run}>
        {words.share}
      </Button>
      <CopyField label={words.link} text={link} />
      <p className="small muted">
        {terms.leastVnd > 0 && words.terms(formatVnd(terms.leastVnd))}{' '}
        {terms.waitDays > 0 && words.wait(terms.waitDays)}
      </p>
    </Card>
  )
}
