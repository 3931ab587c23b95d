import { answerOtherwise, type Choice, type Permission } from './person.ts'

/** What the Mini App made the phone do. */
export type News =
  | { did: 'chat' | 'title'; text: string }
  | { did: 'call'; number: string }
  | { did: 'browse'; url: string }
  | { did: 'close' }

/** What the phone tells the Mini App in its frame. */
export type Order = { open: string } | { answers: Record<Permission, Choice> }

let handled = 0
let sent = 0

/** Tells the pretend phone around this page, if there is one. */
export function tellPhone(news: News) {
  if (window.parent !== window) window.parent.postMessage(news, '*')
}

/** The SDK says that the Mini App listens for an event and has been given it. */
export function eventWasHandled(id: string) {
  handled = Number(id)
}

/** Does what the pretend phone says: opens a path in the running Mini App, or answers permissions otherwise. */
export function obeyPhone() {
  window.addEventListener('message', ({ source, data }: MessageEvent<Order>) => {
    if (source !== window.parent || source === window) return
    if ('open' in data) open(data.open)
    if ('answers' in data) answerOtherwise(data.answers)
  })
}

/** Zalo hands the link to a running Mini App as an event; one that does not listen is loaded afresh at that path. */
function open(path: string) {
  happen('h5.event.open.mp', { url: `https://zalo.me/zapps/${window.APP_ID}${path}` })
  if (handled !== sent) location.assign(`/zapps/${window.APP_ID}${path}`)
}

/** Zalo tells the Mini App of something. */
export function happen(name: string, data: object) {
  sent += 1
  window.zaloJSV2?.zalo_h5_event_handler(String(sent), name, btoa(encodeURIComponent(JSON.stringify(data))))
}
