import { Refusal } from '../../shared/refusals.ts'
import { minuteMs } from '../../shared/time.ts'
import type { Consented } from '../../shared/zalo.ts'
import type { Shop } from '../shop.ts'
import { audit, type Staff } from '../staff/audit.ts'
import { ZaloFault } from '../zalo/errors.ts'
import { consentUrl } from '../zalo/oauth.ts'
import { putTokens, tryAgain } from './tokens.ts'

/** A consent page that stays open longer than Zalo's code lives leads nowhere. */
const consentMs = 10 * minuteMs

export const callbackOf = ({ config }: Pick<Shop, 'config'>) => `${config.publicUrl}/admin/zalo/connected`

/** Where the owner gives consent. The state comes back signed, for this person and ten minutes. */
export async function linkToConsent(shop: Shop, by: Staff) {
  const state = shop.vault.sign(`${by.id}.${shop.now().getTime() + consentMs}`)
  return consentUrl(await shop.zaloSettings(), callbackOf(shop), state)
}

/** What came back from the consent page becomes the pair of tokens. The code works once. */
export async function connect(shop: Shop, by: Staff, { code, oaId, state }: Consented) {
  const [who, until] = shop.vault.signed(state)?.split('.') ?? []
  if (who !== by.id || Number(until) < shop.now().getTime()) throw new Refusal('consent_expired')
  if (oaId !== (await shop.zaloSettings()).oaId) throw new Refusal('other_oa')
  const pair = await shop.zalo.exchangeCode(code).catch((fault) => {
    throw fault instanceof ZaloFault ? new Refusal('zalo_refused') : fault
  })
  await shop.write(async (tx) => {
    await putTokens(tx, shop.vault, oaId, pair)
    await audit(tx, by, 'zalo_connected', oaId, {}, shop.now())
  })
}

/** The owner says that what stood in the way is mended: the pair that was given up on is tried once more. */
export async function reconnect(shop: Shop, by: Staff) {
  const { oaId } = await shop.zaloSettings()
  await shop.write(async (tx) => {
    await tryAgain(tx, oaId)
    await audit(tx, by, 'zalo_retried', oaId, {}, shop.now())
  })
  await shop.zalo.keepFresh().catch((fault) => {
    if (!(fault instanceof ZaloFault)) throw fault // what Zalo said is on the page
  })
}
