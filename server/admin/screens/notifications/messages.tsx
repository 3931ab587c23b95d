import { Tabs } from '@mantine/core'
import { useAddress } from '../../parts/address.ts'
import { Page } from '../../parts/page.tsx'
import { useWords } from '../../words/words.ts'
import { Inbox } from './inbox.tsx'
import { Outbox } from './outbox.tsx'

export function Messages() {
  const words = useWords()
  const { get, set } = useAddress()
  return (
    <Page title={words.pages.messages}>
      <Tabs
        value={get('tab') || 'outbox'}
        onChange={(tab) => set({ tab: tab === 'inbox' ? tab : undefined, state: undefined, offset: undefined })}
        keepMounted={false}
      >
        <Tabs.List mb={16}>
          <Tabs.Tab value="outbox">{words.messages.outbox}</Tabs.Tab>
          <Tabs.Tab value="inbox">{words.messages.inbox}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="outbox">
          <Outbox />
        </Tabs.Panel>
        <Tabs.Panel value="inbox">
          <Inbox />
        </Tabs.Panel>
      </Tabs>
    </Page>
  )
}
