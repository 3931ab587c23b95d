import { Center, Loader, MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useLocation } from 'react-router'
import { answerOf, api } from './api.ts'
import { Loaded } from './parts/loaded.tsx'
import { sessionKey } from './queries.ts'
import { useDoor } from './screens/staff/enter.ts'
import { FirstOwner } from './screens/staff/first-owner.tsx'
import { SignIn } from './screens/staff/sign-in.tsx'
import { SessionContext } from './session.ts'
import { Shell } from './shell/shell.tsx'
import { setShopClock } from './shop-clock.ts'
import { themeOf, variables } from './theme.ts'
import { useWords } from './words/words.ts'

const houseColor = '#0F766E'

export function App() {
  const words = useWords()
  const session = useQuery({ queryKey: sessionKey, queryFn: askSession, staleTime: 60_000, refetchInterval: 60_000 })
  const door = useDoor(session.data === null)
  const brandColor = session.data?.shop.brandColor ?? door.data?.brandColor ?? houseColor
  const theme = useMemo(() => themeOf(brandColor, words.acts.close), [brandColor, words])
  const { pathname } = useLocation()

  return (
    <MantineProvider theme={theme} cssVariablesResolver={variables} forceColorScheme="light">
      <Notifications position="bottom-center" limit={3} />
      {pathname === '/first' ? (
        <FirstOwner />
      ) : (
        <Loaded of={session} skeleton={<Opening />}>
          {(signedIn) =>
            signedIn ? (
              <SessionContext value={signedIn}>
                <Shell />
              </SessionContext>
            ) : (
              <SignIn />
            )
          }
        </Loaded>
      )}
    </MantineProvider>
  )
}

async function askSession() {
  const session = await answerOf(api.session.$get())
  if (session) setShopClock(session.shop.now)
  return session
}

const Opening = () => (
  <Center h="100dvh">
    <Loader />
  </Center>
)
