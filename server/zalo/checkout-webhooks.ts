import { z } from 'zod'
import { callbackMac, notifyMac, overallMac } from './checkout-macs.ts'
import { isSameMac } from './macs.ts'
import type { ZaloSettings } from './settings.ts'
import { ifGiven, wireId, wireInstant, wireNumber } from './wire.ts'

type Keys = Pick<ZaloSettings, 'miniAppId' | 'checkoutKey'>

const Signed = z.object({ data: z.looseObject({ appId: wireId }), mac: z.string(), overallMac: z.string().optional() })

const Callback = z.object({
  orderId: wireId,
  transId: wireId,
  method: z.string(),
  amount: wireNumber,
  /** 1 paid, -1 failed. */
  resultCode: wireNumber,
  description: ifGiven(z.string()),
  message: ifGiven(z.string()),
  transTime: ifGiven(wireInstant),
  merchantTransId: ifGiven(wireId),
  extradata: ifGiven(z.string()),
})

/** An online payment has ended, as told to the callback address; undefined if Zalo did not sign it for this Mini App. */
export function verifyCheckoutCallback(body: unknown, settings: Keys) {
  const signed = ours(body, settings)
  if (!signed?.overallMac) return undefined
  const { data, mac } = signed
  // The first mac leaves out half of the fields.
  const isGenuine =
    isSameMac(mac, callbackMac(data, settings.checkoutKey)) &&
    isSameMac(signed.overallMac, overallMac(data, settings.checkoutKey))
  const told = isGenuine ? Callback.safeParse(data).data : undefined
  if (!told) return undefined
  const { amount, resultCode, transTime, extradata, ...more } = told
  const paid = resultCode === 1
  return { ...more, amountVnd: amount, resultCode, paid, at: transTime, extradata: extradataIn(extradata) }
}

const Notify = z.object({ orderId: wireId, method: z.string() })

/** Someone chose to pay in cash or by transfer and has not paid yet; undefined if Zalo did not sign it for this Mini App. */
export function verifyCheckoutNotify(body: unknown, settings: Keys) {
  const signed = ours(body, settings)
  if (!signed) return undefined
  const { data, mac } = signed
  if (!isSameMac(mac, notifyMac(data, settings.checkoutKey))) return undefined
  const overall = signed.overallMac
  if (overall !== undefined && !isSameMac(overall, overallMac(data, settings.checkoutKey))) return undefined
  return Notify.safeParse(data).data
}

/** Without a key anybody could sign. */
function ours(body: unknown, { miniAppId, checkoutKey }: Keys) {
  const signed = Signed.safeParse(body).data
  return checkoutKey && signed?.data.appId === miniAppId ? signed : undefined
}

/** What the order carried along: JSON, which arrives URL-encoded. Anything else is returned as it came. */
export function extradataIn(text: string | undefined): unknown {
  if (text === undefined) return undefined
  try {
    return JSON.parse(decodeURIComponent(text))
  } catch {
    return text
  }
}
