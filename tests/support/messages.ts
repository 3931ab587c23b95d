import type { MessagingChange, TriggerChange } from '../../shared/messaging.ts'
import type { Intent, MessageKind, MessageState, Route } from '../../shared/notifications.ts'
import { type Client, type Customer, openTestShop, wish } from './shop.ts'
import { known } from './test-shop.ts'

type Message = {
  id: string
  intent: MessageKind
  state: MessageState
  route: Route | null
  costVnd: number
  attempts: number
  problem: string | null
  dueAt: string
  sentAt: string | null
  deliveredAt: string | null
  seenAt: string | null
  clickedAt: string | null
  stars: number | null
}

/** A test shop whose messages are looked at as the owner does, who also says when and how they go. */
export async function openMessages(given: Parameters<typeof openTestShop>[0] = {}) {
  const shop = await openTestShop(given)
  /** Signed in afresh each time, since sessions end while weeks pass. */
  const owner: Client = async (...asked) => (await shop.staff('owner'))(...asked)
  const oldestFirst = (rows: Message[]) => rows.toReversed()

  /** The messages of one customer, or of all, oldest first. */
  async function messages(of?: Customer): Promise<Message[]> {
    if (of) return oldestFirst((await owner('GET', `/customers/${of.id}`)).body.messages)
    return oldestFirst((await owner('GET', '/messages')).body.messages)
  }

  /** Somebody sits down this minute and is done: points are earned, and they will be asked how it was. */
  async function visited(customer: Customer, more: { coveredByPointsVnd?: number } = {}) {
    const { id } = wish()
    const ofVisit = { id, parts: [{ serviceId: known.haircut.id }], startsAt: null }
    await owner('POST', '/bookings', { ...ofVisit, customerId: customer.id, newCustomer: null })
    await owner('POST', `/bookings/${id}/complete`, more)
    return id
  }

  return {
    ...shop,
    owner,
    messages,
    visited,
    /** The latest message of a kind. */
    async message(intent: MessageKind): Promise<Message> {
      return (await messages()).findLast((each) => each.intent === intent)!
    },
    async withPhone(key: string) {
      const customer = await shop.customer(key)
      await customer.sharePhone()
      return customer
    },
    /** Somebody with a phone who agreed to offers. */
    async regular(key: string) {
      const customer = await shop.customer(key)
      await customer.sharePhone()
      await customer('PUT', '/me/consents/marketing', { granted: true })
      return customer
    },
    async setTrigger(intent: Intent, change: Partial<TriggerChange>) {
      const { triggers } = (await owner('GET', '/triggers')).body
      const { enabled, waitMinutes, condition, deadlineMinutes } = triggers.find(
        (each: { intent: Intent }) => each.intent === intent,
      )
      return owner('PUT', `/triggers/${intent}`, { enabled, waitMinutes, condition, deadlineMinutes, ...change })
    },
    async setMessaging(change: Partial<MessagingChange>) {
      const { messaging } = (await owner('GET', '/triggers')).body
      return owner('PUT', '/messaging', { ...messaging, ...change })
    },
    /** The owner chooses a template for an intent, each parameter from the field of its name. */
    async choose(intent: Intent, templateId: string, params?: Record<string, string>) {
      const { body: template } = await owner('GET', `/templates/${templateId}`)
      const chosen = (await owner('GET', '/intents')).body.find((each: { intent: Intent }) => each.intent === intent)
      const byName = Object.fromEntries(template.params.map(({ name }: { name: string }) => [name, `<${name}>`]))
      return owner('PUT', `/intents/${intent}`, { templateId, params: params ?? byName, layout: chosen.layout })
    },
  }
}
