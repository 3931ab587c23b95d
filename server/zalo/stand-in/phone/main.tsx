/** @jsxImportSource preact */
import '@fontsource/be-vietnam-pro/400.css'
import '@fontsource/be-vietnam-pro/600.css'
import './phone.css'
import { render } from 'preact'
import { useCallback, useState } from 'preact/hooks'
import { usePhoneState } from './api.ts'
import { Chat } from './chat.tsx'
import { MiniApp } from './mini-app.tsx'
import { Moods } from './moods.tsx'
import { People } from './people.tsx'
import { useRunning } from './running.ts'

const tabs = { people: 'Người', chat: 'Tin nhắn', app: 'Mini App' }

function Phone() {
  const { state, isLost, look } = usePhoneState()
  const [key, setKey] = useState('lan')
  const [tab, setTab] = useState<keyof typeof tabs>('chat')
  const [draft, setDraft] = useState('')
  const person = state?.people.find((someone) => someone.key === key)

  const openChat = useCallback((text: string) => {
    setDraft(text)
    setTab('chat')
  }, [])
  const running = useRunning(openChat)
  const openApp = (path: string) => {
    running.open(path)
    setTab('app')
  }
  const choose = (chosen: string) => {
    setKey(chosen)
    openChat('')
    running.start('/')
  }

  return (
    <>
      <header class="top">
        <h1>Điện thoại giả lập</h1>
        <p>Đây là điện thoại giả: không có gì rời khỏi máy này, không ai nhận tin thật.</p>
      </header>
      {isLost && <p role="alert">Mất liên lạc với máy chủ, đang thử lại.</p>}
      <nav class="tabs" aria-label="Phần của điện thoại">
        {Object.entries(tabs).map(([id, name]) => (
          <button key={id} type="button" aria-current={tab === id} onClick={() => setTab(id as keyof typeof tabs)}>
            {name}
          </button>
        ))}
      </nav>
      {state && person && (
        <main data-tab={tab}>
          <People people={state.people} chosen={person} onChoose={choose} />
          <Moods state={state} onDone={look} />
          <Chat
            key={key}
            state={state}
            person={person}
            draft={draft}
            onDraft={setDraft}
            onDone={look}
            onOpenApp={openApp}
          />
          <MiniApp state={state} person={person} running={running} onDone={look} />
        </main>
      )}
    </>
  )
}

render(<Phone />, document.getElementById('phone')!)
