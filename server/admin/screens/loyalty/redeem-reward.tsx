import { Button, Group, Modal, Skeleton, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { newId } from '../../../../shared/ids.ts'
import { formatNumber } from '../../../../shared/money.ts'
import type { CustomerFile, Reward } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { useWords } from '../../words/words.ts'

type Props = { customer: CustomerFile['customer']; opened: boolean; onClose: () => void }

export function RedeemReward({ customer, opened, onClose }: Props) {
  const words = useWords()
  return (
    <Modal opened={opened} onClose={onClose} title={`${words.loyalty.redeemTitle}: ${customer.name}`}>
      <RewardChoice customer={customer} onClose={onClose} />
    </Modal>
  )
}

function RewardChoice({ customer, onClose }: Omit<Props, 'opened'>) {
  const words = useWords()
  const id = useRef(newId())
  const load = useQuery({ queryKey: ['rewards'], queryFn: () => answerOf(api.rewards.$get()) })
  const redeem = useAct(
    (reward: Reward) =>
      answerOf(
        api.customers[':id'].redemptions.$post({
          param: { id: customer.id },
          json: { id: id.current, rewardId: reward.id },
        }),
      ),
    { said: (_, reward) => words.loyalty.redeemed(reward.name), done: onClose },
  )
  return (
    <Stack gap={12}>
      <Text size="sm" c="dimmed">
        {words.points(formatNumber(customer.points))}
      </Text>
      <Loaded of={load} skeleton={<Skeleton h={120} />}>
        {(rewards) => {
          const active = rewards.filter((reward) => reward.active)
          if (active.length === 0) return <Text size="sm">{words.loyalty.noRewards}</Text>
          return active.map((reward) => (
            <Group key={reward.id} justify="space-between" wrap="nowrap">
              <div>
                <Text fw={500}>{reward.name}</Text>
                <Text size="sm" c="dimmed">
                  {words.points(formatNumber(reward.pointsCost))}
                </Text>
              </div>
              {reward.pointsCost <= customer.points ? (
                <Button
                  loading={redeem.isPending && redeem.variables.id === reward.id}
                  disabled={redeem.isPending}
                  onClick={() => redeem.mutate(reward)}
                >
                  {words.loyalty.redeem}
                </Button>
              ) : (
                <Text size="sm" c="dimmed" ta="right">
                  {words.loyalty.missing(formatNumber(reward.pointsCost - customer.points))}
                </Text>
              )}
            </Group>
          ))
        }}
      </Loaded>
    </Stack>
  )
}
