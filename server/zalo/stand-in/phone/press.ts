import type { Button } from '../template.ts'

/** Leads to a path of the Mini App, or tells what a real phone would do now. */
export type Effect = { open: string } | { note: string }

/** What pressing a button of a template message does; its kinds are numbered by Zalo. */
export function effectOfTemplateButton({ type, content }: Button, miniAppId: string): Effect {
  switch (type) {
    case 2:
      return { note: `Gọi ${content}: điện thoại thật sẽ gọi số này.` }
    case 3:
      return { note: 'Điện thoại thật sẽ mở trang của cửa hàng trên Zalo.' }
    case 5:
    case 8:
      return { note: `Điện thoại thật sẽ mở ứng dụng khác: ${content}` }
    case 10:
      return { note: `Đã sao chép: ${content}` }
    case 11:
      return { note: 'Điện thoại thật sẽ mở trang thanh toán của Zalo.' }
    default:
      return effectOfLink(content, miniAppId)
  }
}

/** The same for a button of the chat; one that asks something is told to the shop. */
export function effectOfChatButton(
  { type, payload }: { type: string; payload: string },
  miniAppId: string,
): Effect | { ask: string } {
  if (type === 'oa.open.url') return effectOfLink(payload, miniAppId)
  if (type === 'oa.open.phone') return { note: `Gọi ${payload}: điện thoại thật sẽ gọi số này.` }
  if (type === 'oa.open.sms') return { note: `Nhắn tin ${payload}: điện thoại thật sẽ soạn tin SMS.` }
  return { ask: payload }
}

/** A link leads into the Mini App, or out of what a pretend phone can show. */
export function effectOfLink(link: string, miniAppId: string): Effect {
  const path = link.split(`zalo.me/s/${miniAppId}`)[1]
  return path === undefined ? { note: `Điện thoại thật sẽ mở ${link}` } : { open: path || '/' }
}
