import { Button, Group, Stack, Switch, TextInput } from '@mantine/core'
import { IconGift, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { newId } from '../../../../shared/ids.ts'
import { formatNumber } from '../../../../shared/money.ts'
import type { Reward } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { CountInput } from '../../parts/amounts.tsx'
import { useDraft } from '../../parts/draft.ts'
import { Form } from '../../parts/form.tsx'
import { type Column, List } from '../../parts/list.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Notice } from '../../parts/notice.tsx'
import { OnOff } from '../../parts/on-off.tsx'
import { Side, useEdited } from '../../parts/side.tsx'
import { useWords } from '../../words/words.ts'

export function RewardList() {
  const words = useWords()
  const load = useQuery({ queryKey: ['rewards'], queryFn: () => answerOf(api.rewards.$get()) })
  const edited = useEdited<Reward>()
  const columns: Column<Reward>[] = [
    { key: 'name', title: words.fields.name, cell: (row) => row.name },
    { key: 'cost', title: words.loyalty.cost, cell: (row) => formatNumber(row.pointsCost), number: true },
    { key: 'active', title: words.fields.state, cell: (row) => <OnOff on={row.active} /> },
  ]
  const add = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => edited.open('new')}>
      {words.loyalty.addReward}
    </Button>
  )
  return (
    <>
      <Loaded of={load} skeleton={<List columns={columns} rows={undefined} />}>
        {(rewards) =>
          rewards.length === 0 ? (
            <Notice icon={IconGift} text={words.loyalty.noRewards}>
              {add}
            </Notice>
          ) : (
            <Stack gap={12}>
              <Group justify="flex-end">{add}</Group>
              <List columns={columns} rows={rewards} onOpen={edited.open} />
            </Stack>
          )
        }
      </Loaded>
      <Side edited={edited} newTitle={words.loyalty.addReward} titleOf={(reward) => reward.name}>
        {(reward) => <RewardForm reward={reward} onClose={edited.close} />}
      </Side>
    </>
  )
}

function RewardForm({ reward, onClose }: { reward: Reward | undefined; onClose: () => void }) {
  const words = useWords()
  const [id] = useState(newId)
  const save = useAct(
    ({ pointsCost, ...rest }: { name: string; pointsCost: number | ''; active: boolean }) => {
      const json = { ...rest, pointsCost: pointsCost || 0 }
      return reward
        ? answerOf(api.rewards[':id'].$put({ param: { id: reward.id }, json }))
        : answerOf(api.rewards.$post({ json: { id, ...json } }))
    },
    { said: (_, { name }) => words.loyalty.rewardSaved(name), done: onClose },
  )
  const draft = useDraft<{ name: string; pointsCost: number | ''; active: boolean }>(
    { name: reward?.name ?? '', pointsCost: reward?.pointsCost ?? '', active: reward?.active ?? true },
    save.error,
  )
  return (
    <Form onSubmit={() => save.mutate(draft.values)} busy={save.isPending}>
      <TextInput label={words.fields.name} data-autofocus maxLength={80} {...draft.text('name')} />
      <CountInput label={words.loyalty.cost} {...draft.number('pointsCost')} />
      <Switch label={words.on} {...draft.check('active')} />
    </Form>
  )
}
