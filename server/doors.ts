import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { html, raw } from 'hono/html'
import { marked } from 'marked'
import { projectFolder } from './project.ts'

/** The front page: three doors. Without the stand-in there is no pretend phone, and one door less. */
export const doors = (hasPhone: boolean) =>
  new Hono()
    .get('/', (c) =>
      c.html(
        page(
          'Khách Quen',
          html`<h1>Khách Quen</h1>
            <p>Biến khách ghé tiệm thành khách quen, ngay trong Zalo.<br /><small>Turns a small shop’s visitors into regulars, inside Zalo.</small></p>
            <nav>
              ${hasPhone ? html`<a href="/phone/"><b>Điện thoại giả</b>Làm khách: mở Mini App, đặt lịch, đọc tin Zalo<small>The pretend phone of a shopper</small></a>` : ''}
              <a href="/admin/"><b>Trang của tiệm</b>Làm chủ: lịch hôm nay, khách, quà, góp ý<small>The shop’s admin page</small></a>
              <a href="/readme"><b>README</b>Dự án này là gì, chạy thế nào<small>What this is and how it runs</small></a>
            </nav>`,
        ),
      ),
    )
    .get('/readme', async (c) => {
      const text = await readFile(join(projectFolder, 'README.md'), 'utf8')
      return c.html(page('README', html`<article>${raw(await marked(text))}</article>`))
    })
    .get('/docs/*', serveStatic({ root: projectFolder }))

const page = (title: string, body: unknown) =>
  html`<!doctype html><html lang="vi"><head><meta charset="utf-8" /><meta name="viewport" content="width=device-width, initial-scale=1" /><link rel="icon" href="/admin/icon.svg" /><title>${title}</title><style>${raw(style)}</style></head><body><main>${body}</main></body></html>`

const style = `
  body { margin: 0; background: #FAF8F5; color: #1C1917; font: 16px/1.5 'Be Vietnam Pro', system-ui, sans-serif }
  main { max-width: 860px; margin: 0 auto; padding: 48px 16px }
  h1 { font-size: 28px; margin: 0; color: #0F766E }
  small { color: #57534E; display: block; font-size: 14px }
  nav { display: grid; gap: 16px; grid-template-columns: repeat(auto-fit, minmax(220px, 1fr)); margin-top: 32px }
  nav a { background: #fff; border-radius: 16px; box-shadow: 0 2px 12px #1c191714; color: inherit; padding: 24px; text-decoration: none }
  nav a:hover, nav a:focus-visible { outline: 2px solid #0F766E }
  nav b { color: #0F766E; display: block; font-size: 20px; margin-bottom: 8px }
  article img { max-width: 100%; border-radius: 8px } article pre { background: #fff; border-radius: 8px; overflow: auto; padding: 16px }
  article table { border-collapse: collapse } article td, article th { border: 1px solid #E7E5E4; padding: 4px 8px; text-align: left }
  article a { color: #0F766E }
`
