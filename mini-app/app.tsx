import { Component, type ReactNode, Suspense, useEffect } from 'react'
import { answerOf } from './answer.ts'
import { openApi, type Shop, until } from './api.ts'
import { insideZalo } from './host.ts'
import { noteInvite } from './invited.ts'
import { useWords } from './language.ts'
import { useLoad } from './load.ts'
import { BottomBar } from './parts/bottom-bar.tsx'
import { Button, LinkButton } from './parts/button.tsx'
import { Empty } from './parts/card.tsx'
import { Loaded } from './parts/loaded.tsx'
import { OfflineBar } from './parts/offline-bar.tsx'
import { Screen } from './parts/screen.tsx'
import { Skeletons } from './parts/skeleton.tsx'
import { match, usePlace } from './router.ts'
import { fetchScreens, routes } from './routes.tsx'
import { HomeShape } from './screens/home/home-shape.tsx'
import { Outside } from './screens/outside/outside.tsx'
import { ShopIs, shopKept } from './shop.ts'
import { keep, recall } from './storage.ts'
import { paint } from './theme.ts'

export function App() {
  const asked = useLoad('shop', (signal) => answerOf(openApi.shop.$get({}, until(signal))))
  const shop = asked.answer ?? recall<Shop>(shopKept)

  useEffect(() => {
    if (!asked.answer) return
    keep(shopKept, asked.answer)
    paint(asked.answer.brandColor)
    const soon = setTimeout(fetchScreens, 5000)
    return () => clearTimeout(soon)
  }, [asked.answer])

  return (
    <div className="column">
      <OfflineBar />
      <Loaded of={{ ...asked, answer: shop }} shape={<HomeShape />}>
        {(known) => <ShopIs value={known}>{insideZalo ? <CurrentScreen /> : <Outside />}</ShopIs>}
      </Loaded>
    </div>
  )
}

function CurrentScreen() {
  const { path, query } = usePlace()
  useEffect(() => noteInvite(query), [query])
  for (const { path: pattern, Screen, bar } of routes) {
    const params = match(pattern, path)
    if (!params) continue
    return (
      <Caught key={path}>
        <Suspense fallback={<Waiting />}>
          <Screen params={params} query={query} />
        </Suspense>
        {bar && <BottomBar path={pattern} />}
      </Caught>
    )
  }
  return <Lost />
}

const Waiting = () => (
  <div className="screen-body" aria-busy="true">
    <Skeletons count={4} height={96} />
  </div>
)

function Lost() {
  const words = useWords().lost
  return (
    <Screen title={words.title} above="/">
      <Empty title={words.title} words={words.words}>
        <LinkButton to="/">{words.home}</LinkButton>
      </Empty>
    </Screen>
  )
}

/** A screen that could not be fetched or drawn leaves a way out instead of an empty page. */
class Caught extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    return this.state.failed ? <Failed /> : this.props.children
  }
}

function Failed() {
  const words = useWords()
  return (
    <main className="screen-body">
      <div className="problem-card" role="alert">
        <p>{navigator.onLine ? words.problems.fault : words.problems.offline}</p>
        <Button look="soft" icon="again" onPress={() => location.reload()}>
          {words.again}
        </Button>
        <LinkButton to="/" look="plain">
          {words.lost.home}
        </LinkButton>
      </div>
    </main>
  )
}
