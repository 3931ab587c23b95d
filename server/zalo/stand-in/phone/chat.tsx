/** @jsxImportSource preact */
import './chat.css'
import { useEffect, useRef, useState } from 'preact/hooks'
import { act, type Person, type PhoneState } from './api.ts'
import { ChatMessage } from './chat-message.tsx'

interface Props {
  state: PhoneState
  person: Person
  draft: string
  onDraft: (text: string) => void
  onDone: () => void
  onOpenApp: (path: string) => void
}

export function Chat({ state, person, draft, onDraft, onDone, onOpenApp }: Props) {
  const [problem, setProblem] = useState('')
  const messages = state.messages.filter(({ personKey }) => personKey === person.key)
  const list = useRef<HTMLOListElement>(null)
  const count = messages.length
  useEffect(() => {
    if (count > 0) list.current?.scrollTo({ top: list.current.scrollHeight })
  }, [count])

  const hasNews = messages.some(({ kind, isSeen }) => kind !== 'own_text' && !isSeen)
  useEffect(() => {
    const isShown = !document.hidden && list.current?.offsetParent
    if (hasNews && isShown) act(person, 'seen', {})
  })

  const tell = async (what: 'messages' | 'following', body: object) => {
    const isDone = await act(person, what, body)
    setProblem(isDone ? '' : 'Chưa làm được, vui lòng thử lại.')
    onDone()
    return isDone
  }
  const send = async (event: Event) => {
    event.preventDefault()
    if (draft.trim() && (await tell('messages', { text: draft }))) onDraft('')
  }

  return (
    <section class="chat" aria-labelledby="chat">
      <header>
        <h2 id="chat">
          {state.shopName}
          <small>Official Account · trên máy của {person.name}</small>
        </h2>
        {person.hasZalo && (
          <button
            type="button"
            class={person.follows ? 'quiet' : 'strong'}
            onClick={() => tell('following', { follows: !person.follows })}
          >
            {person.follows ? 'Bỏ quan tâm' : 'Quan tâm'}
          </button>
        )}
      </header>
      <ol ref={list} aria-live="polite">
        {messages.map((message) => (
          <ChatMessage
            key={message.id}
            message={message}
            state={state}
            person={person}
            onOpenApp={onOpenApp}
            onDone={onDone}
          />
        ))}
        {count === 0 && <li class="empty">{emptyWords(person)}</li>}
      </ol>
      {problem && <p role="alert">{problem}</p>}
      {person.hasZalo && (
        <form onSubmit={send}>
          <label>
            <span class="unseen">Nhắn cho cửa hàng</span>
            <input
              value={draft}
              maxLength={2000}
              placeholder="Nhắn cho cửa hàng"
              autocomplete="off"
              onInput={(event) => onDraft(event.currentTarget.value)}
            />
          </label>
          <button type="submit" class="strong">
            Gửi
          </button>
        </form>
      )}
    </section>
  )
}

function emptyWords({ hasZalo }: Person) {
  if (!hasZalo) return 'Số này chưa dùng Zalo, nên tin ZNS gửi đến sẽ bị từ chối.'
  return 'Chưa có tin nào. Hãy đặt lịch trong Mini App: tin xác nhận sẽ hiện ở đây.'
}
