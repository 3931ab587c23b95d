import { Tabs } from '@mantine/core'
import type { ComponentType } from 'react'
import { useAddress } from '../../parts/address.ts'
import { Page } from '../../parts/page.tsx'
import { useMay } from '../../session.ts'
import { useWords } from '../../words/words.ts'
import { Costs } from './costs.tsx'
import { Inbox } from './inbox.tsx'
import { Outbox } from './outbox.tsx'
import { Templates } from './templates.tsx'
import { Triggers } from './triggers.tsx'

export function Messages() {
  const words = useWords()
  const { get, set } = useAddress()
  const may = useMay()
  const own: [tab: string, title: string, Panel: ComponentType][] = [
    ['outbox', words.messages.outbox, Outbox],
    ['inbox', words.messages.inbox, Inbox],
  ]
  const run: typeof own = [
    ['templates', words.sending.tabs.templates, Templates],
    ['triggers', words.sending.tabs.triggers, Triggers],
    ['costs', words.sending.tabs.costs, Costs],
  ]
  const tabs = may('manager') ? [...own, ...run] : own
  const blank = { state: undefined, offset: undefined, intent: undefined, month: undefined }
  return (
    <Page title={words.pages.messages}>
      <Tabs
        value={tabs.find(([tab]) => tab === get('tab'))?.[0] ?? 'outbox'}
        onChange={(tab) => set({ ...blank, tab: tab === 'outbox' || !tab ? undefined : tab })}
        keepMounted={false}
      >
        <Tabs.List mb={16}>
          {tabs.map(([tab, title]) => (
            <Tabs.Tab key={tab} value={tab}>
              {title}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map(([tab, , Panel]) => (
          <Tabs.Panel key={tab} value={tab}>
            <Panel />
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  )
}
