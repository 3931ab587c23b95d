import type { ZaloSettings } from '../../server/zalo/settings.ts'
import { createZalo } from '../../server/zalo/zalo.ts'
import { createStore, zaloSettings } from './zalo.ts'

type Answer = object | Response

/** The real client before a Zalo that answers as it is told, and what that Zalo was asked. */
export function zaloThatAnswers(
  answer: (asked: Request) => Answer | Promise<Answer>,
  more: Partial<ZaloSettings> = {},
) {
  const asked: Request[] = []
  const now = () => new Date('2026-01-05T08:00:00+07:00')
  const tokens = createStore({
    accessToken: 'AT-1',
    refreshToken: 'RT-1',
    expiresAt: new Date(now().getTime() + 3_600_000),
  })
  const zalo = createZalo({
    fetch: async (url, init) => {
      const request = new Request(url, init)
      asked.push(request.clone())
      const given = await answer(request)
      return given instanceof Response ? given : Response.json(given)
    },
    settings: async () => ({ ...zaloSettings, ...more }),
    tokens,
    now,
  })
  /** The last question: its method, host, path and query. */
  const question = () => {
    const { method, url } = asked.at(-1)!
    return `${method} ${url.replace('http://zalo.test', '')}`
  }
  return { zalo, asked, question }
}
