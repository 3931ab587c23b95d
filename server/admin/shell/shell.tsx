import { AppShell, Group } from '@mantine/core'
import { Suspense } from 'react'
import { Navigate, Route, Routes, useLocation } from 'react-router'
import { useCustomerBeside } from '../parts/address.ts'
import { Fault } from '../parts/fault.tsx'
import { OfflineBar } from '../parts/offline-bar.tsx'
import { ConnectedScreen, figurePages, ImportScreen, PrintDayScreen, SuggestionsScreen } from '../routes.ts'
import { CustomerBeside } from '../screens/customers/customer-beside.tsx'
import { FindCustomer } from '../screens/customers/find-customer.tsx'
import { OrderBell } from '../screens/orders/order-bell.tsx'
import { OrderDrawer } from '../screens/orders/order-drawer.tsx'
import { useMay } from '../session.ts'
import { AccountMenu } from './account-menu.tsx'
import { BottomBar } from './bottom-bar.tsx'
import { LostBanner } from './lost-banner.tsx'
import { NoPage } from './no-page.tsx'
import { Rail } from './rail.tsx'
import { usePages } from './use-pages.ts'

/** A rail on a desk, a bar at the bottom of a phone; search above, the page, and a customer beside it. */
export function Shell() {
  const pages = usePages()
  const may = useMay()
  const { pathname } = useLocation()
  const { customerId } = useCustomerBeside()
  return (
    <AppShell
      layout="alt"
      padding={{ base: 16, sm: 24 }}
      header={{ height: 60 }}
      navbar={{ width: 216, breakpoint: 'sm', collapsed: { mobile: true } }}
      aside={{
        width: { base: '100%', sm: 440 },
        breakpoint: 'sm',
        collapsed: { mobile: !customerId, desktop: !customerId },
      }}
      footer={{ height: { base: 64, sm: 0 } }}
      transitionDuration={120}
    >
      <AppShell.Header>
        <Group h="100%" px={{ base: 12, sm: 24 }} gap={12} wrap="nowrap" justify="space-between">
          <FindCustomer />
          <AccountMenu />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar>
        <Rail />
      </AppShell.Navbar>
      <AppShell.Main bg="var(--ground)">
        <OrderBell />
        <OfflineBar />
        <LostBanner />
        <Fault key={pathname}>
          <Suspense>
            <Routes>
              {pages.map(({ path, Screen }) => (
                <Route key={path} path={path} element={<Screen />} />
              ))}
              <Route path="/rewards" element={<Navigate to="/offers" replace />} />
              <Route path="/calendar/print" element={<PrintDayScreen />} />
              {may('manager') &&
                figurePages.map(({ path, Screen }) => <Route key={path} path={path} element={<Screen />} />)}
              {may('manager') && <Route path="/suggestions/:id" element={<SuggestionsScreen />} />}
              {may('manager') && <Route path="/import" element={<ImportScreen />} />}
              {may('owner') && <Route path="/zalo/connected" element={<ConnectedScreen />} />}
              <Route path="*" element={<NoPage />} />
            </Routes>
          </Suspense>
        </Fault>
      </AppShell.Main>
      {customerId && (
        <AppShell.Aside>
          <CustomerBeside key={customerId} id={customerId} />
        </AppShell.Aside>
      )}
      <OrderDrawer />
      <AppShell.Footer hiddenFrom="sm">
        <BottomBar />
      </AppShell.Footer>
    </AppShell>
  )
}
