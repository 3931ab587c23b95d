import type { z } from 'zod'
import { ask } from './ask.ts'
import { checkoutReach, orderStatus } from './checkout.ts'
import { createRefund, refundStatus, reportOrder } from './checkout-refunds.ts'
import { appSecretProof, graphReach, phoneOf, profile } from './graph.ts'
import { oaInfo, oaUserDetail } from './oa.ts'
import { type OaMessage, sendOaMessage, uploadImage } from './oa-messages.ts'
import { oaQuota } from './oa-quota.ts'
import { createAccess, exchangeCode } from './oauth.ts'
import { type Notification, notifyMiniApp } from './open-api.ts'
import { type RatingPage, ratings } from './ratings.ts'
import { messageQuota, quality } from './sending-limits.ts'
import type { Outside } from './settings.ts'
import { type TemplatePage, templateInfo, templateSample, templates, templateTags } from './templates.ts'
import { messageStatus, sendTemplate, sendTemplateToUser, type TemplateMessage, type UserMessage } from './zns.ts'

/** Asks one of the two hosts that want the Official Account's token; a body makes it a POST. */
export type Asking = <T>(
  channel: 'business' | 'openapi',
  path: string,
  shape: z.ZodType<T>,
  body?: object | FormData,
) => Promise<T>

export type Zalo = ReturnType<typeof createZalo>

/** The one way to Zalo. Every function throws ZaloFault, and nothing else, when Zalo will not or cannot. */
export function createZalo(outside: Outside) {
  const { asking, keepFresh } = createAsking(outside)
  return {
    sendTemplate: (message: TemplateMessage) => sendTemplate(asking, message),
    sendTemplateToUser: (message: UserMessage) => sendTemplateToUser(asking, message),
    messageStatus: (msgId: string) => messageStatus(asking, msgId),
    messageQuota: () => messageQuota(asking),
    quality: () => quality(asking),
    templates: (page: TemplatePage) => templates(asking, page),
    templateInfo: (templateId: string) => templateInfo(asking, templateId),
    templateSample: (templateId: string) => templateSample(asking, templateId),
    templateTags: () => templateTags(asking),
    ratings: (page: RatingPage) => ratings(asking, page),
    sendOaMessage: async (oaUserId: string, message: OaMessage) =>
      sendOaMessage(asking, await outside.settings(), oaUserId, message),
    uploadImage: (file: Blob) => uploadImage(asking, file),
    oaUserDetail: (oaUserId: string) => oaUserDetail(asking, oaUserId),
    oaInfo: () => oaInfo(asking),
    oaQuota: (oaUserId: string) => oaQuota(asking, oaUserId),
    profile: (accessToken: string) => profile(outside, accessToken),
    phoneOf: (given: { accessToken: string; code: string }) => phoneOf(outside, given),
    graphReach: () => graphReach(outside),
    notifyMiniApp: (notification: Notification) => notifyMiniApp(outside, notification),
    orderStatus: (orderId: string) => orderStatus(outside, orderId),
    checkoutReach: () => checkoutReach(outside),
    reportOrder: (report: Parameters<typeof reportOrder>[1]) => reportOrder(outside, report),
    createRefund: (wish: Parameters<typeof createRefund>[1]) => createRefund(outside, wish),
    refundStatus: (refundId: string) => refundStatus(outside, refundId),
    exchangeCode: (code: string) => exchangeCode(outside, code),
    keepFresh,
  }
}

function createAsking(outside: Outside) {
  const { withToken, keepFresh } = createAccess(outside)

  const asking: Asking = (channel, path, shape, body) =>
    withToken(async (accessToken) => {
      const settings = await outside.settings()
      // A bare header: Zalo does not know "Authorization: Bearer".
      const headers: Record<string, string> = { access_token: accessToken }
      if (settings.messageProofHeader) headers.appsecret_proof = appSecretProof(accessToken, settings.appSecret)
      if (!body || body instanceof FormData)
        return ask(outside, settings, { channel, path, headers, body: body as FormData | undefined, shape })
      headers['content-type'] = 'application/json'
      return ask(outside, settings, { channel, path, headers, body: JSON.stringify(body), shape })
    })

  return { asking, keepFresh }
}
