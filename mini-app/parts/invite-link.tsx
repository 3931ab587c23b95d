import { inviteKept } from '../invited.ts'
import { useWords } from '../language.ts'
import { usePointWords } from '../point-words.ts'
import { useShop } from '../shop.ts'
import { Link } from './button.tsx'
import { Icon } from './icon.tsx'
import './invite-link.css'

/** The way to invite friends, or to an invitation that waits; nothing where the shop rewards none. */
export function InviteLink() {
  const words = useWords().invite
  const say = usePointWords()
  const { invites } = useShop()
  if (!invites) return null
  const isInvited = inviteKept() !== undefined
  return (
    <Link to="/invite" className="invite-link">
      <Icon name="people" />
      <span>
        <span className="strong">{isInvited ? words.kept : words.title}</span>
        <span className="small muted">{isInvited ? words.keptWords : words.entry(say(invites.referrerPoints))}</span>
      </span>
      <Icon name="next" size={20} />
    </Link>
  )
}
