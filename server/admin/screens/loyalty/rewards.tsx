import { Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api.ts'
import { useAddress } from '../../parts/address.ts'
import { Page } from '../../parts/page.tsx'
import { Tag } from '../../parts/tag.tsx'
import { useWords } from '../../words/words.ts'
import { Approvals } from './approvals.tsx'
import { RewardList } from './reward-list.tsx'

export function Rewards() {
  const words = useWords()
  const { get, set } = useAddress()
  const waiting = useQuery({ queryKey: ['adjustments'], queryFn: () => answerOf(api.adjustments.$get()) })
  const count = waiting.data?.length ?? 0
  return (
    <Page title={words.pages.rewards}>
      <Tabs
        value={get('tab') || 'rewards'}
        onChange={(tab) => set({ tab: tab === 'approvals' ? tab : undefined })}
        keepMounted={false}
      >
        <Tabs.List mb={16}>
          <Tabs.Tab value="rewards">{words.loyalty.rewards}</Tabs.Tab>
          <Tabs.Tab value="approvals" rightSection={count > 0 ? <Tag tone="warn">{count}</Tag> : undefined}>
            {words.loyalty.approvals}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="rewards">
          <RewardList />
        </Tabs.Panel>
        <Tabs.Panel value="approvals">
          <Approvals of={waiting} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  )
}
