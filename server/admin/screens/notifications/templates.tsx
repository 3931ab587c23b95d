import { intents } from '../../../../shared/notifications.ts'
import { useAddress } from '../../parts/address.ts'
import { IntentList } from './intent-list.tsx'
import { IntentTemplate } from './intent-template.tsx'

/** Which template says what; one of them opens in the place of the list. */
export function Templates() {
  const { get } = useAddress()
  const intent = intents.find((known) => known === get('intent'))
  return intent ? <IntentTemplate key={intent} intent={intent} /> : <IntentList />
}
