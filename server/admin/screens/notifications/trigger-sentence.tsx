import { Text } from '@mantine/core'
import { isAhead } from '../../../../shared/notifications.ts'
import type { Trigger } from '../../answers.ts'
import { useWords } from '../../words/words.ts'
import { spoken } from './durations.ts'

type Props = { trigger: Pick<Trigger, 'intent' | 'event' | 'waitMinutes' | 'condition' | 'deadlineMinutes'> }

/** `2 giờ sau khi xong dịch vụ, hỏi khách thấy thế nào`; for whom, and when it is too late. */
export function TriggerSentence({ trigger: { intent, event, waitMinutes, condition, deadlineMinutes } }: Props) {
  const words = useWords()
  const { when, say, condition: conditions, deadline, deadlineAhead, deadlineExpiring } = words.triggers
  const late = spoken(deadlineMinutes, words)
  const ahead = event === 'points_ahead' ? deadlineExpiring : deadlineAhead
  const limit = (isAhead(event) ? ahead : deadline)(late)
  return (
    <div>
      <Text fw={500}>
        {when[event](spoken(waitMinutes, words))}, {say[intent]}
      </Text>
      <Text size="sm" c="dimmed">
        {[condition !== 'always' && conditions[condition], limit].filter(Boolean).join(' · ')}
      </Text>
    </div>
  )
}
