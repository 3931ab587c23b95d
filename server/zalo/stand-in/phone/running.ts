import { useEffect, useRef, useState } from 'preact/hooks'
import type { Choice, Permission } from '../fake-host/person.ts'
import type { News, Order } from '../fake-host/window-around.ts'

/** The name that the SDK recognises as Zalo's; browsers take every name under localhost for this machine. */
export const appOrigin = `${location.protocol}//h5.zdn.vn.localhost:${location.port}`

const asksAlways: Record<Permission, Choice> = { phone: 'ask', userInfo: 'ask', follow: 'ask' }

export type Running = ReturnType<typeof useRunning>

/** The Mini App in the frame: how it was started, what it last made the phone do, and how to talk to it. */
export function useRunning(onChat: (text: string) => void) {
  const frame = useRef<HTMLIFrameElement>(null)
  const [answers, setAnswers] = useState(asksAlways)
  const [screen, setScreen] = useState({ run: 0, path: '/', title: '', note: '', isClosed: false })
  const tell = (order: Order) => frame.current?.contentWindow?.postMessage(order, appOrigin)

  useEffect(() => {
    const hear = ({ source, data }: MessageEvent<News>) => {
      if (!source || source !== frame.current?.contentWindow) return
      if (data.did === 'chat') onChat(data.text)
      else setScreen((before) => ({ ...before, ...changeBy(data) }))
    }
    window.addEventListener('message', hear)
    return () => window.removeEventListener('message', hear)
  }, [onChat])

  const start = (path: string) =>
    setScreen((before) => ({ run: before.run + 1, path, title: '', note: '', isClosed: false }))
  return {
    frame,
    answers,
    screen,
    start,
    /** Leads to a path, in the running Mini App if there is one. */
    open: (path: string) => (frame.current ? tell({ open: path }) : start(path)),
    change: (next: Record<Permission, Choice>) => {
      setAnswers(next)
      tell({ answers: next })
    },
  }
}

function changeBy(news: Exclude<News, { did: 'chat' }>) {
  switch (news.did) {
    case 'title':
      return { title: news.text }
    case 'call':
      return { note: `Điện thoại thật sẽ gọi ${news.number}.` }
    case 'browse':
      return { note: `Điện thoại thật sẽ mở ${news.url}` }
    case 'close':
      return { isClosed: true }
  }
}
