import { z } from 'zod'
import { ifGiven, wireInstant, wireNumber } from './wire.ts'

/** Where strings are documented, numbers come too. */
const text = z.union([z.string(), z.number().transform(String)])
const milliseconds = wireInstant.transform((at) => at.getTime())
const tracking_id = ifGiven(z.string().min(1))

const envelope = {
  app_id: z.string(),
  timestamp: text,
  event_name: z.string(),
  user_id_by_app: ifGiven(z.string().min(1)),
}
/** What every event carries; all else is kept as it came. */
export const Envelope = z.looseObject(envelope)

const someone = z.object({ id: z.string() })
const named = (name: string) => ({ ...envelope, event_name: z.literal(name) })
const following = { oa_id: z.string(), follower: someone, source: ifGiven(z.string()) }
const between = { sender: someone, recipient: someone }

const followed = z.object({ ...named('follow'), ...following })
const unfollowed = z.object({ ...named('unfollow'), ...following })
const textSent = z.object({
  ...named('user_send_text'),
  ...between,
  message: z.object({ text: z.string(), msg_id: z.string() }),
})
/** A picture, a place, a file and whatever else a person may send in a chat of two. */
const mediaSent = z.object({
  ...envelope,
  ...between,
  event_name: z.string().regex(/^user_send_(?!text$|group_)/),
  message: z.object({
    msg_id: z.string(),
    text: ifGiven(z.string()),
    attachments: z.array(z.looseObject({ type: z.string() })).default([]),
  }),
})
const infoSubmitted = z.object({
  ...named('user_submit_info'),
  ...between,
  info: z.looseObject({ name: ifGiven(text), phone: ifGiven(text) }),
})
const chatOpened = z.object({ ...named('user_click_chatnow'), user_id: z.string(), oa_id: z.string() })
/** A template message reached the phone `recipient.id`. When it did is `delivery_time`, in ms, not `timestamp`. */
const templateReceived = z.object({
  ...named('user_received_message'),
  ...between,
  message: z.object({ msg_id: z.string(), tracking_id: z.string(), delivery_time: milliseconds }),
})
const chatReceived = z.object({
  ...named('user_received_message'),
  ...between,
  message: z.object({ msg_id: z.string() }),
})
/** Sender is the shop, recipient who saw it. */
const seen = z.object({
  ...named('user_seen_message'),
  ...between,
  message: z.object({ msg_ids: z.array(z.string()).min(1) }),
})
/** An answer to a rating template, by nobody in particular: `msg_id` leads to whom it was sent. */
const rated = z.object({
  ...named('user_feedback'),
  oa_id: z.string(),
  message: z.object({
    rate: wireNumber.pipe(z.int().min(1).max(5)),
    note: z.string().catch(''),
    feedbacks: z.array(z.string()).catch([]),
    submit_time: milliseconds,
    msg_id: z.string(),
    tracking_id,
  }),
})
const buttonClicked = z.object({
  ...named('user_click_response_button'),
  oa_id: z.string(),
  msg_id: z.string(),
  message: z.object({ submit_time: milliseconds, button_type: ifGiven(text), data: z.unknown(), tracking_id }),
})
const templateStatus = z.object({
  ...named('change_template_status'),
  oa_id: z.string(),
  template_id: text,
  status: z.object({ prev_status: ifGiven(z.string()), new_status: z.string() }),
  reason: ifGiven(z.string().min(1)),
})
const templateQuality = z.object({
  ...named('change_template_quality'),
  oa_id: z.string(),
  template_id: text,
  quality: z.string(),
})
/** The one event that writes `oaId`. */
const quotaChanged = z.object({
  ...named('change_oa_daily_quota'),
  oaId: z.string(),
  quota: z.object({ prev_value: ifGiven(wireNumber), new_value: wireNumber }),
})

const told = <Kind extends string, T extends z.ZodType>(kind: Kind, shape: T) =>
  shape.transform((event) => ({ kind, event }))

const anywhere = [
  told('followed', followed),
  told('unfollowed', unfollowed),
  told('text_sent', textSent),
  told('media_sent', mediaSent),
  told('info_submitted', infoSubmitted),
  told('chat_opened', chatOpened),
  told('seen', seen),
  told('rated', rated),
  told('button_clicked', buttonClicked),
  told('template_status', templateStatus),
  told('template_quality', templateQuality),
  told('quota_changed', quotaChanged),
] as const

const fromTemplates = z.union([told('template_received', templateReceived), ...anywhere])
const fromChats = z.union([told('chat_received', chatReceived), ...anywhere])

type Told = z.output<typeof fromTemplates> | z.output<typeof fromChats>
export type ZaloEvent = Told | { kind: 'other'; event: z.output<typeof Envelope> }

/** A signed event whose shape is not the expected one is kept as `other`: refusing it would only bring it back. */
export function sorted(body: z.output<typeof Envelope>, server: string | null): ZaloEvent {
  const known = server === 'ZNS' ? fromTemplates : fromChats
  return known.safeParse(body).data ?? { kind: 'other', event: body }
}
