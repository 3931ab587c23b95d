import { Tabs } from '@mantine/core'
import type { ComponentType } from 'react'
import { useAddress } from '../../parts/address.ts'
import { Page } from '../../parts/page.tsx'
import { useWords } from '../../words/words.ts'
import { Questions } from './questions.tsx'
import { Resources } from './resources.tsx'
import { ServiceList } from './service-list.tsx'

/** What is sold, what it takes, and what is asked of who books it. */
export function Services() {
  const words = useWords()
  const { get, set } = useAddress()
  const tabs: [tab: keyof typeof words.services.tabs, Panel: ComponentType][] = [
    ['services', ServiceList],
    ['resources', Resources],
    ['questions', Questions],
  ]
  return (
    <Page title={words.pages.services}>
      <Tabs
        value={tabs.find(([tab]) => tab === get('tab'))?.[0] ?? 'services'}
        onChange={(tab) => set({ tab: tab === 'services' || !tab ? undefined : tab })}
        keepMounted={false}
      >
        <Tabs.List mb={16}>
          {tabs.map(([tab]) => (
            <Tabs.Tab key={tab} value={tab}>
              {words.services.tabs[tab]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map(([tab, Panel]) => (
          <Tabs.Panel key={tab} value={tab}>
            <Panel />
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  )
}
