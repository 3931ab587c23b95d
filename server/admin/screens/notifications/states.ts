import type { MessageState } from '../../../../shared/notifications.ts'
import type { Tone } from '../../parts/tag.tsx'

export const stateTones: Record<MessageState, Tone> = {
  waiting: 'brand',
  sending: 'brand',
  sent: 'good',
  delivered: 'good',
  unknown: 'warn',
  dead: 'bad',
  expired: 'quiet',
  cancelled: 'quiet',
  dropped: 'quiet',
}
