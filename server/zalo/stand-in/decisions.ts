import { quotaOfToday } from './checks.ts'
import type { Quality, Template } from './template.ts'
import type { World } from './world.ts'

/** Zalo reviews a template, or switches it off; the reason is in its words. */
export function setTemplateStatus(world: World, id: string, status: Template['status'], reason = '') {
  const template = templateOf(world, id)
  const prev_status = template.status
  Object.assign(template, { status, reason })
  tell(world, 'change_template_status', { template_id: id, status: { prev_status, new_status: status }, reason })
}

/** Zalo judges how a template is received. */
export function setTemplateQuality(world: World, id: string, quality: Quality) {
  templateOf(world, id).quality = quality
  tell(world, 'change_template_quality', { template_id: id, quality })
}

/** Zalo lets the shop send more or fewer template messages a day. */
export function setDailyQuota(world: World, daily: number) {
  const quota = quotaOfToday(world)
  const change = { prev_value: quota.daily, new_value: daily }
  quota.daily = daily
  // The one event that spells the id of the Official Account in another way.
  world.webhooks.post('ZNS', { event_name: 'change_oa_daily_quota', oaId: world.settings.oaId, quota: change })
}

function templateOf({ templates }: World, id: string) {
  const template = templates.find((each) => each.id === id)
  if (!template) throw new Error(`no template is known as ${id}`)
  return template
}

function tell(world: World, event_name: string, about: object) {
  world.webhooks.post('ZNS', { event_name, oa_id: world.settings.oaId, ...about })
}
