import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import { openAPIRouteHandler } from 'hono-openapi'
import { newId } from '../shared/ids.ts'
import { createAdminApi } from './admin-api.ts'
import { api } from './api.ts'
import { limited, limitedByPlace } from './body-limit.ts'
import { calendarRoutes } from './booking/calendar-routes.ts'
import { doors } from './doors.ts'
import { healthRoutes } from './health.ts'
import { described, type Log } from './log.ts'
import { verifierRoutes, webhookRoutes } from './notifications/webhook-routes.ts'
import { allowMiniApp, sameOriginWrites } from './origins.ts'
import { checkoutWebhookRoutes } from './payments/checkout-webhook-routes.ts'
import { bankWebhookRoutes } from './payments/webhook-routes.ts'
import { Answer, asAnswer, problem } from './problem.ts'
import type { Shop } from './shop.ts'

/** Where a request's edge finds the shop and its own number in the log. */
type Edge = { Variables: { shop: Shop; log: Log; requestId: string } }

/** The whole server of one shop. `standIn` brings the pretend Zalo and its phone, and is there only without credentials. */
export function createApp(shop: Shop, parts: { log: Log; adminFolder: string; standIn?: Hono }) {
  const app = new Hono<Edge>()
  const run = newId().slice(-8)
  let requests = 0
  app.use(async (c, next) => {
    const began = performance.now()
    c.set('shop', shop)
    c.set('log', parts.log)
    c.set('requestId', `${run}-${++requests}`)
    c.header('Permissions-Policy', 'camera=()')
    await next()
    const ms = Math.round(performance.now() - began)
    parts.log.info({ requestId: c.get('requestId'), method: c.req.method, path: c.req.path, status: c.res.status, ms })
  })
  app.onError((fault, c) => {
    const answer =
      fault instanceof HTTPException && fault.status === 400
        ? new Answer('bad_input', 'json', 'not_json')
        : asAnswer(fault)
    const answered = problem(c, answer)
    if (answered.status === 500) parts.log.error({ requestId: c.get('requestId'), fault: described(fault) }, 'fault')
    return answered
  })
  app.notFound((c) => problem(c, new Answer('no_such_page')))

  const adminApi = createAdminApi()
  app.route('/', healthRoutes)
  const told = [webhookRoutes, bankWebhookRoutes, checkoutWebhookRoutes]
  app.route(
    '/webhooks',
    told.reduce((all, each) => all.route('/', each), new Hono().use(limited)),
  )
  app.route('/calendar', calendarRoutes)
  if (parts.standIn) app.route('/', parts.standIn)

  app.use('/api/*', allowMiniApp, limited)
  app.get(
    '/api/openapi.json',
    openAPIRouteHandler(api, { documentation: documentation('Shoppers', '/api'), includeEmptyPaths: false }),
  )
  app.route('/api', api)

  app.use('/admin/api/*', sameOriginWrites, limitedByPlace)
  app.get(
    '/admin/api/openapi.json',
    openAPIRouteHandler(adminApi, { documentation: documentation('Staff', '/admin/api') }),
  )
  app.route('/admin/api', adminApi)

  app.use('/admin/*', adminHeaders, compress())
  const strip = { root: parts.adminFolder, rewriteRequestPath: (url: string) => url.replace(/^\/admin/, '') }
  app.get('/admin/assets/*', serveStatic(strip), (c) => c.notFound())
  app.get('/admin/*', serveStatic(strip), serveStatic({ root: parts.adminFolder, path: 'index.html' }))
  app.get('/admin', (c) => c.redirect('/admin/'))
  app.route('/', verifierRoutes)
  app.route('/', doors(parts.standIn !== undefined))
  return app
}

const documentation = (who: string, url: string) => ({
  info: { title: `Khách Quen · ${who}`, version: '0.1.0', description: '' },
  servers: [{ url }],
})

const adminHeaders = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"], // Mantine writes its variables into style elements
    imgSrc: ["'self'", 'data:', 'https:'],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  xFrameOptions: 'DENY',
  referrerPolicy: 'same-origin',
  permissionsPolicy: { camera: ['self'] }, // it reads the codes of customers
})
