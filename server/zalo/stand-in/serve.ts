import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { hostPage } from './fake-host/page.ts'
import type { StandIn } from './stand-in.ts'

/**
 * Everything a browser needs to live without Zalo: the wire contract under /stand-in, the pretend phone at /phone, and
 * the Mini App at /zapps/<id>/ as Zalo's host would serve it. The folders are the builds of the two.
 */
export function standInRoutes(standIn: StandIn, { miniAppFolder, phoneFolder }: Record<Folder, string>) {
  const { miniAppId } = standIn.world.settings
  const host = `/zapps/${miniAppId}`
  return new Hono()
    .route('/stand-in', standIn.app)
    .get('/phone', serveStatic({ root: phoneFolder, path: 'index.html' }))
    .get('/phone/*', serveStatic({ root: phoneFolder, rewriteRequestPath: (path) => path.slice('/phone'.length) }))
    .get(
      `${host}/assets/*`,
      serveStatic({ root: miniAppFolder, rewriteRequestPath: (path) => path.slice(host.length) }),
      (c) => c.notFound(),
    )
    .get(host, (c) => c.redirect(`${host}/`))
    .get(`${host}/*`, async (c) => {
      c.header('cache-control', 'no-store')
      return c.html(await hostPage(miniAppFolder, miniAppId))
    })
}

type Folder = 'miniAppFolder' | 'phoneFolder'
