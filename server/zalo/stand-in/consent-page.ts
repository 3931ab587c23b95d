import { html } from 'hono/html'

const page = (title: string, body: ReturnType<typeof html>) => html`<!doctype html>
<html lang="vi">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <link rel="icon" href="data:," />
    <title>${title}</title>
    <style>
      body { margin: 0; padding: 32px 16px; font: 16px/1.5 system-ui, sans-serif; color: #1c1917; background: #faf8f5 }
      main { max-width: 440px; margin: 0 auto; padding: 24px; border-radius: 16px; background: #fff }
      h1 { margin: 0 0 8px; font-size: 20px }
      ul { padding-left: 20px }
      p, ul { color: #57534e }
      form { display: flex; gap: 12px; margin-top: 24px }
      button { flex: 1; min-height: 44px; border: 0; border-radius: 12px; font: inherit; font-weight: 600; cursor: pointer }
      button:focus-visible { outline: 3px solid #1c1917; outline-offset: 2px }
      .no { background: #e7e5e4; color: #1c1917 }
      .yes { background: #0a5fd7; color: #fff }
    </style>
  </head>
  <body><main>${body}</main></body>
</html>`

/** Zalo's question to the owner of an Official Account. */
export const consentPage = (shopName: string) =>
  page(
    'Cấp quyền cho ứng dụng',
    html`<h1>${shopName} cho phép ứng dụng quản lý Official Account?</h1>
      <ul>
        <li>Gửi tin nhắn và tin theo mẫu (ZNS)</li>
        <li>Xem thông tin và người quan tâm của Official Account</li>
        <li>Nhận sự kiện tin nhắn</li>
      </ul>
      <p>Đây là trang giả lập của Zalo: không có gì rời khỏi máy này.</p>
      <form method="post">
        <button class="no" name="answer" value="refuse">Từ chối</button>
        <button class="yes" name="answer" value="agree">Đồng ý</button>
      </form>`,
  )

/** Zalo's refusal to ask: the app, or the address to come back to, is not the one it knows. */
export const refusalPage = (code: number, reason: string) =>
  page(
    'Zalo từ chối',
    html`<h1>Zalo không mở được trang cấp quyền</h1>
      <p>Mã lỗi ${code}: ${reason}. Hãy kiểm tra mã ứng dụng và địa chỉ nhận kết quả đã lưu trên trang của Zalo.</p>`,
  )
