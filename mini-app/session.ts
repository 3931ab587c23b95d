import { hc } from 'hono/client'
import type { ShopperApi } from '../server/api.ts'
import { answerOf } from './answer.ts'
import { clearBasket } from './basket.ts'
import { forgetDrafts } from './draft.ts'
import { apiRoot } from './host.ts'
import { languageNow } from './language.ts'
import { Problem } from './problem.ts'
import { drop, keep, recall } from './storage.ts'
import { accessToken, userId } from './zalo.ts'

type Session = { token: string; zaloId?: string | undefined }

const door = hc<ShopperApi>(apiRoot, { headers: () => ({ 'accept-language': languageNow() }) })

let session: Promise<Session> | undefined

/** Asks Zalo who is there while the shop is still on its way; whatever comes of it is told to whoever needs it. */
export function beginSession() {
  session ??= settle(resume())
}

/** `fetch` in the name of whoever holds the phone: signs in first, and once more when the server says the token is old. */
export async function signedFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  beginSession()
  const used = session!
  const answer = await fetch(input, withToken(init, (await used).token))
  if (answer.status !== 401) return answer
  if (session === used) session = settle(signIn())
  return fetch(input, withToken(init, (await (session ?? signIn())).token))
}

/** A sign-in that failed is forgotten, so that the next try asks again. */
function settle(trying: Promise<Session>): Promise<Session> {
  trying.catch(() => {
    if (session === trying) session = undefined
  })
  return trying
}

/** A kept token is used only by the person it was given to: one phone may know two Zalo accounts. */
async function resume(): Promise<Session> {
  const kept = recall<Session>('session')
  if (!kept) return signIn()
  const person = await userId()
  if (person.state === 'granted' && person.value === kept.zaloId) return kept
  forgetDrafts()
  clearBasket()
  return signIn()
}

async function signIn(): Promise<Session> {
  drop('session')
  const [access, person] = await Promise.all([accessToken(), userId()])
  if (access.state !== 'granted') throw new Problem(whyNot(access.state))

  const { token } = await answerOf(door.session.$post({ json: { accessToken: access.value } }))

  const zaloId = person.state === 'granted' ? person.value : undefined
  keep('session', { token, zaloId })
  return { token, zaloId }
}

const whyNot = (state: 'refused' | 'silent' | 'unsupported') =>
  !navigator.onLine ? 'offline' : state === 'refused' ? 'refused_by_zalo' : state === 'silent' ? 'silent' : 'outside'

function withToken(init: RequestInit | undefined, token: string): RequestInit {
  const headers = new Headers(init?.headers)
  headers.set('authorization', `Bearer ${token}`)
  headers.set('accept-language', languageNow())
  return { ...init, headers }
}
