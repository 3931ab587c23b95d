import { type ClientResponse, hc, parseResponse } from 'hono/client'
import type { AdminApi } from '../admin-api.ts'
import { language, words } from './words/words.ts'

/** The header tells the server that the request comes from this page and not from a link on somebody else's. */
export const api = hc<AdminApi>('/admin/api', {
  init: { credentials: 'same-origin' },
  headers: () => ({ 'X-Requested-With': 'khach-quen', 'Accept-Language': language() }),
})

/** A "no" of the server or of the network: a stable code, a sentence for the reader, the field it is about. */
export class Problem extends Error {
  constructor(
    readonly code: string,
    sentence: string,
    readonly field?: string,
  ) {
    super(sentence)
  }
}

/** What the server answers; throws a `Problem` where it refuses or cannot be reached. */
export async function answerOf<Answer extends ClientResponse<unknown>>(request: Promise<Answer>) {
  const answer = await request.catch(() => {
    throw new Problem('offline', words().problems.offline)
  })
  if (!answer.ok) throw await problemOf(answer)
  return parseResponse(answer)
}

async function problemOf(answer: { text(): Promise<string> }) {
  try {
    const { code, detail, field } = JSON.parse(await answer.text())
    return new Problem(String(code), String(detail), field)
  } catch {
    return new Problem('fault', words().problems.fault)
  }
}
