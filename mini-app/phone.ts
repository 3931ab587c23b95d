import { answerOf } from './answer.ts'
import { api } from './api.ts'
import { accessToken, personName, phoneCode } from './zalo.ts'

/**
 * Asks for the number in Zalo's own dialog and hands the code to the server, which records the consent. Whose name the
 * shop does not know yet is asked for it as well: the number is of use to someone one can call by name.
 */
export async function sharePhone(): Promise<'shared' | 'refused' | 'silent'> {
  const code = await phoneCode()
  if (code.state !== 'granted') return code.state === 'refused' ? 'refused' : 'silent'
  const access = await accessToken()
  if (access.state !== 'granted') return 'silent'
  const me = await answerOf(api.me.phone.$post({ json: { code: code.value, accessToken: access.value } }))
  const name = me.name ? undefined : await personName()
  if (name?.state === 'granted') await answerOf(api.me.$patch({ json: { name: name.value } }))
  return 'shared'
}
