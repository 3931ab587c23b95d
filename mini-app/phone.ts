import { answerOf } from './answer.ts'
import { api } from './api.ts'
import { accessToken, phoneCode } from './zalo.ts'

/** Asks for the number in Zalo's own dialog and hands the code to the server, which records the consent. */
export async function sharePhone(): Promise<'shared' | 'refused' | 'silent'> {
  const code = await phoneCode()
  if (code.state !== 'granted') return code.state === 'refused' ? 'refused' : 'silent'
  const access = await accessToken()
  if (access.state !== 'granted') return 'silent'
  await answerOf(api.me.phone.$post({ json: { code: code.value, accessToken: access.value } }))
  return 'shared'
}
