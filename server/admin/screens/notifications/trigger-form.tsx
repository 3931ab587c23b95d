import { Box, Select, SimpleGrid } from '@mantine/core'
import type { TriggerChange } from '../../../../shared/messaging.ts'
import { isAhead } from '../../../../shared/notifications.ts'
import type { Trigger } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { useDraft } from '../../parts/draft.ts'
import { Form } from '../../parts/form.tsx'
import { useWords } from '../../words/words.ts'
import { DurationInput } from './duration-input.tsx'
import { TriggerSentence } from './trigger-sentence.tsx'

/** The parts of a trigger's sentence, to be changed while one reads it. */
export function TriggerForm({ trigger, onClose }: { trigger: Trigger; onClose: () => void }) {
  const words = useWords()
  const { intent, event, conditions, enabled, waitMinutes, condition, deadlineMinutes } = trigger
  const save = useAct((json: TriggerChange) => answerOf(api.triggers[':intent'].$put({ param: { intent }, json })), {
    said: () => words.triggers.saved,
    done: onClose,
  })
  const draft = useDraft<TriggerChange>({ enabled, waitMinutes, condition, deadlineMinutes }, save.error)
  const { values, set, errorOf } = draft
  const ahead = isAhead(event)
  const { wait, late, lateAhead, lateExpiring } = words.triggers
  const isExpiring = event === 'points_ahead'
  const aheadOf = isExpiring ? wait.points_ahead : wait.visit_ahead
  return (
    <Box mt={4}>
      <Form onSubmit={() => save.mutate({ ...values, enabled })} busy={save.isPending} onCancel={onClose}>
        <TriggerSentence trigger={{ ...trigger, ...values }} />
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing={16}>
          <DurationInput
            label={ahead ? aheadOf : event === 'not_back' ? wait.not_back : wait.after}
            minutes={values.waitMinutes}
            error={errorOf('waitMinutes')}
            onChange={(minutes) => set('waitMinutes', minutes)}
          />
          <DurationInput
            label={ahead ? (isExpiring ? lateExpiring : lateAhead) : late}
            minutes={values.deadlineMinutes}
            error={errorOf('deadlineMinutes')}
            onChange={(minutes) => set('deadlineMinutes', minutes)}
          />
          {conditions.length > 1 && (
            <Select
              label={words.triggers.conditionLabel}
              allowDeselect={false}
              data={conditions.map((each) => ({ value: each, label: words.triggers.condition[each] }))}
              value={values.condition}
              error={errorOf('condition')}
              onChange={(chosen) => set('condition', chosen as TriggerChange['condition'])}
            />
          )}
        </SimpleGrid>
      </Form>
    </Box>
  )
}
