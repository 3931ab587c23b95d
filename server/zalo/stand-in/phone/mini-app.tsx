/** @jsxImportSource preact */
import './mini-app.css'
import { useState } from 'preact/hooks'
import { act, type Person, type PhoneState } from './api.ts'
import { Permissions } from './permissions.tsx'
import { appOrigin, type Running } from './running.ts'

interface Props {
  state: PhoneState
  person: Person
  running: Running
  onDone: () => void
}

/** The Mini App of one person, in a frame of its own origin. */
export function MiniApp({ state, person, running, onDone }: Props) {
  const { screen, answers } = running
  const revoke = async () => {
    await act(person, 'revoke', {})
    onDone()
    running.start('/')
  }
  const query = new URLSearchParams({ person: person.key, ...answers })
  return (
    <section class="app" aria-labelledby="app">
      <h2 id="app" class="unseen">
        Mini App
      </h2>
      {person.hasZalo ? (
        <>
          <div class="frame">
            <p class="bar">
              <span>{screen.title || state.shopName}</span>
              <button type="button" onClick={() => running.start('/')}>
                Tải lại
              </button>
            </p>
            {screen.isClosed ? (
              <p class="empty">Mini App đã đóng. Bấm “Tải lại” để mở.</p>
            ) : (
              <Frame
                key={`${person.key} ${screen.run}`}
                address={`${appOrigin}/zapps/${state.miniAppId}${screen.path}${screen.path.includes('?') ? '&' : '?'}${query}`}
                title={`Mini App của ${person.name}`}
                frame={running.frame}
              />
            )}
            {screen.note && <output>{screen.note}</output>}
          </div>
          <Permissions
            answers={answers}
            onChange={running.change}
            onRevoke={person.hasConsented ? revoke : undefined}
          />
        </>
      ) : (
        <p class="empty">{person.name} chưa dùng Zalo, nên không mở được Mini App.</p>
      )}
    </section>
  )
}

/** Keeps the address it began with: a change of answers is told to the running Mini App instead. */
function Frame({ address, title, frame }: { address: string; title: string; frame: Running['frame'] }) {
  const [first] = useState(address)
  return <iframe ref={frame} src={first} title={title} />
}
