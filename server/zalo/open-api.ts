import { z } from 'zod'
import { ask } from './ask.ts'
import { ZaloFault } from './errors.ts'
import type { Outside } from './settings.ts'
import { composed } from './wire.ts'

export interface Notification {
  appUserId: string
  /** Zalo's own, unless it gave the Mini App another. */
  templateId?: string
  /** At most 32 characters. */
  title: string
  contentTitle: string
  contentDescription: string
  buttonText: string
  /** Like https://zalo.me/s/<Mini App id>/ */
  buttonUrl: string
}

const commonTemplateId = '00126fd75392bacce383'
const titleMost = 32

/** No page shows the answer; its sibling writes `err`, some callers read `error`. */
const Accepted = z.union([z.object({ err: z.literal(0) }), z.object({ error: z.literal(0) })])

/**
 * POST /notification/template: through the account "Zalo Mini App", for those who agreed to it and opened the app in
 * the last seven days; one a day each, 1,000 a day in all, from 06:00 to 22:00.
 */
export async function notifyMiniApp(outside: Outside, notification: Notification): Promise<void> {
  const settings = await outside.settings()
  const { appUserId, templateId = commonTemplateId, ...texts } = notification
  if (!settings.apiKey) throw new ZaloFault('configuration', 'Chưa có khóa Open API của Mini App.')
  const templateData = composed(texts)
  if ([...templateData.title!].length > titleMost)
    throw new ZaloFault('permanent', 'Tiêu đề thông báo dài quá 32 ký tự.')

  await ask(outside, settings, {
    channel: 'miniApp',
    path: '/notification/template',
    headers: {
      'content-type': 'application/json',
      'x-api-key': `Bearer ${settings.apiKey}`,
      'x-user-id': appUserId,
      'x-miniapp-id': settings.miniAppId,
    },
    body: JSON.stringify({ templateId, templateData }),
    shape: Accepted,
  })
}
