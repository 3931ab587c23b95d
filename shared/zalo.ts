import { z } from 'zod'

const zaloId = z.string().regex(/^\d{5,25}$/)
const secret = z
  .string()
  .max(400)
  .regex(/^[\x21-\x7e]*$/)
  .optional()

/** How the shop is known at Zalo. A secret that is left out stays as it is; an empty one is taken away. */
export const ConnectionChange = z.strictObject({
  appId: zaloId,
  oaId: zaloId,
  miniAppId: zaloId,
  verifierCode: z.string().regex(/^[\w-]{0,100}$/),
  appSecret: secret,
  oaSecret: secret,
  apiKey: secret,
  checkoutKey: secret,
  codeVerifier: z
    .string()
    .regex(/^([\w-]{43})?$/)
    .optional(),
})
export type ConnectionChange = z.infer<typeof ConnectionChange>

/** What Zalo's consent page brings back to the callback. */
export const Consented = z.strictObject({
  code: z
    .string()
    .max(2000)
    .regex(/^[\x21-\x7e]+$/),
  oaId: zaloId,
  state: z
    .string()
    .max(400)
    .regex(/^[\x21-\x7e]+$/),
})
export type Consented = z.infer<typeof Consented>

/** The parts of the connection that are tried one by one. */
export type Piece = 'token' | 'oa' | 'templates' | 'webhook' | 'phone' | 'checkout'
/** works · broken: with the sentence that mends it · unset: nothing entered yet · unseen: nothing has come yet */
export type Standing = 'works' | 'broken' | 'unset' | 'unseen'
