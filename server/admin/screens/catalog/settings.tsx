import { Skeleton, Stack, Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api.ts'
import { useAddress } from '../../parts/address.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { useMay } from '../../session.ts'
import { useWords } from '../../words/words.ts'
import { ApiKeys } from '../connections/api-keys.tsx'
import { OrderSettings } from '../orders/order-settings.tsx'
import { BankSettings } from '../payments/bank-settings.tsx'
import { BookingRules } from './booking-rules.tsx'
import { Policy } from './policy.tsx'
import { ShopSettings } from './shop-settings.tsx'

const tabs = ['shop', 'booking', 'policy', 'orders', 'bank', 'keys'] as const

export function SettingsScreen() {
  const words = useWords()
  const { get, set } = useAddress()
  const isOwner = useMay()('owner')
  const open = tabs.filter((tab) => (tab !== 'bank' && tab !== 'keys') || isOwner)
  const load = useQuery({ queryKey: ['settings'], queryFn: () => answerOf(api.settings.$get()) })
  return (
    <Page title={words.pages.settings}>
      <Tabs
        value={open.find((tab) => tab === get('tab')) ?? 'shop'}
        onChange={(tab) => set({ tab: tab === 'shop' || !tab ? undefined : tab })}
        keepMounted={false}
      >
        <Tabs.List mb={16}>
          {open.map((tab) => (
            <Tabs.Tab key={tab} value={tab}>
              {words.settings.tabs[tab]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Loaded
          of={load}
          skeleton={
            <Stack gap={16}>
              <Skeleton h={280} />
              <Skeleton h={240} />
            </Stack>
          }
        >
          {(settings) => (
            <>
              <Tabs.Panel value="shop">
                <ShopSettings settings={settings} />
              </Tabs.Panel>
              <Tabs.Panel value="booking">
                <BookingRules settings={settings} />
              </Tabs.Panel>
              <Tabs.Panel value="policy">
                <Policy cancelHours={settings.cancelHours} />
              </Tabs.Panel>
              <Tabs.Panel value="orders">
                <OrderSettings />
              </Tabs.Panel>
              {isOwner && (
                <Tabs.Panel value="bank">
                  <BankSettings />
                </Tabs.Panel>
              )}
              {isOwner && (
                <Tabs.Panel value="keys">
                  <ApiKeys />
                </Tabs.Panel>
              )}
            </>
          )}
        </Loaded>
      </Tabs>
    </Page>
  )
}
