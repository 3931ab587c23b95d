import { Button, type ButtonProps } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { formatVnd } from '../../../../shared/money.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { Sure } from '../../parts/sure.tsx'
import { useWords } from '../../words/words.ts'
import type { Order } from './answers.ts'
import { nextOf } from './steps.ts'

/** The one touch that an order waits for; where money is missing at the end, it is taken with the next touch. */
export function NextStep({ order, ...rest }: { order: Order } & ButtonProps) {
  const { orders: words } = useWords()
  const [asking, { open, close }] = useDisclosure()
  const { id, code, missingVnd } = order
  const to = nextOf(order)
  const step = useAct(
    (json: { to: NonNullable<typeof to>; paidInCash?: boolean }) =>
      answerOf(api.orders[':id'].step.$post({ param: { id }, json })),
    { said: ({ status }) => words.stepped(code, words.status[status]), done: close },
  )
  if (!to) return null
  const vnd = formatVnd(missingVnd)
  return (
    <>
      <Button
        {...rest}
        aria-label={words.nextOf(words.next[to], code)}
        loading={step.isPending}
        onClick={() => (to === 'done' && missingVnd > 0 ? open() : step.mutate({ to }))}
      >
        {words.next[to]}
      </Button>
      <Sure
        opened={asking}
        title={words.takeTitle(code)}
        why={words.takeWhy(vnd)}
        doIt={words.take(vnd)}
        busy={step.isPending}
        onDo={() => step.mutate({ to, paidInCash: true })}
        onClose={close}
      />
    </>
  )
}
