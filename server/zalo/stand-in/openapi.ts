import { Hono } from 'hono'
import { no, ok } from './answers.ts'
import { sendConsultation } from './consultation.ts'
import { isAuthorised } from './oauth.ts'
import { sendByUserId } from './send-by-user-id.ts'
import { proofOf } from './signatures.ts'
import { suffering } from './trouble.ts'
import { keepImage } from './uploads.ts'
import { userRoutes } from './user-routes.ts'
import type { World } from './world.ts'

/** The Official Account: its messages, its followers, itself. HTTP 200 whatever the answer. */
export function openapiRoutes(world: World) {
  const answer = <T>(result: number | T) => (typeof result === 'number' ? no(result) : ok(result))

  return new Hono()
    .use(suffering(world, 'openapi'))
    .use(async (c, next) => {
      const token = c.req.header('access_token')
      if (!token || !isAuthorised(world, token)) return c.json(no(-216, 'Access token is invalid'))
      const isProven = () => c.req.header('appsecret_proof') === proofOf(token, world.settings.appSecret)
      return world.switches.messageProof && !isProven() ? c.json(no(-242, 'Invalid appsecret_proof')) : next()
    })
    .post('/v3.0/oa/message/cs', async (c) =>
      c.json(answer(sendConsultation(world, await c.req.json().catch(() => undefined)))),
    )
    .post('/v3.0/oa/message/template', async (c) =>
      c.json(answer(sendByUserId(world, await c.req.json().catch(() => undefined)))),
    )
    .post('/v2.0/oa/upload/image', async (c) => {
      const { file } = await c.req.parseBody().catch(() => ({ file: undefined }))
      return c.json(answer(await keepImage(world, file)))
    })
    .route('/', userRoutes(world))
    .get('/v2.0/oa/getoa', (c) =>
      c.json(
        ok({
          oa_id: world.settings.oaId,
          name: world.shopName,
          description: '',
          is_verified: true,
          oa_type: 2,
          num_follower: world.people.filter((person) => person.follows).length,
          avatar: '',
          cover: '',
          package_name: 'Nâng cao',
        }),
      ),
    )
    .on('POST', ['/v3.0/oa/message/transaction', '/v3.0/oa/message/promotion'], (c) =>
      c.json(no(-233, 'Message type is not supported')),
    )
    .on('GET', ['/v2.0/oa/getfollowers', '/v2.0/oa/getprofile'], (c) => c.json(no(-240, 'API was shut down, use v3')))
}
