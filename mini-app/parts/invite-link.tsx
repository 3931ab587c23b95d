import { inviteKept } from '../invited.ts'
import { useWords } from '../language.ts'
import { usePointWords } from '../point-words.ts'
import { useShop } from '../shop.ts'
import { RowLink } from './row-link.tsx'

/** The way to invite friends, or to an invitation that waits; nothing where the shop rewards none. */
export function InviteLink() {
  const words = useWords().invite
  const say = usePointWords()
  const { invites } = useShop()
  if (!invites) return null
  const isInvited = inviteKept() !== undefined
  return (
    <RowLink
      to="/invite"
      icon="people"
      title={isInvited ? words.kept : words.title}
      more={isInvited ? words.keptWords : words.entry(say(invites.referrerPoints))}
    />
  )
}
