import { Refusal } from '../../shared/refusals.ts'
import { wordsOf, ZaloFault } from '../zalo/errors.ts'

/** Zalo is asked while somebody waits: its "no" becomes ours, in its own words. */
export async function orRefusal<Result>(ask: () => Promise<Result>): Promise<Result> {
  try {
    return await ask()
  } catch (fault) {
    if (!(fault instanceof ZaloFault)) throw fault
    const isRefused = fault.kind === 'permanent' || fault.kind === 'recipient'
    throw new Refusal(isRefused ? 'zalo_refused' : 'zalo_silent', wordsOf(fault))
  }
}
