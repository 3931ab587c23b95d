import { ask, throwIfRefused } from './ask.ts'
import { appSecretProof, phoneOf, profile } from './graph.ts'
import { oaUserDetail, sendText } from './oa.ts'
import { createAccess, exchangeCode } from './oauth.ts'
import type { Outside } from './settings.ts'
import { messageStatus, sendTemplate, type TemplateMessage, templateInfo } from './zns.ts'

/** Asks one of the two hosts that want the Official Account's token; a body makes it a POST. */
export type Asking = (channel: 'business' | 'openapi', path: string, body?: object) => Promise<Record<string, unknown>>

export type Zalo = ReturnType<typeof createZalo>

/** The one way to Zalo. Every function throws ZaloFault, and nothing else, when Zalo will not or cannot. */
export function createZalo(outside: Outside) {
  const { withToken, keepFresh } = createAccess(outside)

  const asking: Asking = (channel, path, body) =>
    withToken(async (accessToken) => {
      const settings = await outside.settings()
      // A bare header: Zalo does not know "Authorization: Bearer".
      const headers: Record<string, string> = { access_token: accessToken }
      if (body) headers['content-type'] = 'application/json'
      if (settings.messageProofHeader) headers.appsecret_proof = appSecretProof(accessToken, settings.appSecret)
      const answer = await ask(outside.fetch, settings.timeoutMs, {
        url: settings.urls[channel] + path,
        method: body ? 'POST' : 'GET',
        headers,
        body: body && JSON.stringify(body),
      })
      throwIfRefused(channel, answer)
      return answer
    })

  return {
    sendTemplate: (message: TemplateMessage) => sendTemplate(asking, message),
    messageStatus: (msgId: string) => messageStatus(asking, msgId),
    templateInfo: (templateId: string) => templateInfo(asking, templateId),
    sendText: (oaUserId: string, text: string) => sendText(asking, oaUserId, text),
    oaUserDetail: (oaUserId: string) => oaUserDetail(asking, oaUserId),
    profile: (accessToken: string) => profile(outside, accessToken),
    phoneOf: (given: { accessToken: string; code: string }) => phoneOf(outside, given),
    exchangeCode: (code: string) => exchangeCode(outside, code),
    keepFresh,
  }
}
