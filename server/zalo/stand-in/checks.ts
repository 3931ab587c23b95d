import { dayOf, minuteOf } from '../../../shared/time.ts'
import type { Param, Template } from './template.ts'
import type { World } from './world.ts'

const zone = 'Asia/Ho_Chi_Minh'

/** The number with which Zalo would refuse to fill this template with these values, or 0. */
export function refusalOfContent(template: Template | undefined, data: unknown) {
  if (!template) return -109
  if (template.status === 'DISABLE') return -146
  if (template.status !== 'ENABLE') return -131
  if (data === undefined || data === null) return -111
  if (typeof data !== 'object' || Array.isArray(data)) return -112
  const values = data as Record<string, unknown>
  if (Object.keys(values).length === 0 && template.params.length > 0) return -111
  for (const param of template.params) {
    const code = refusalOfParam(param, values[param.name])
    if (code !== 0) return code
  }
  return 0
}

/** Characters are counted as they come: text that is not composed (NFC) counts for more. */
function refusalOfParam({ type, maxLength }: Param, value: unknown) {
  if (value === undefined || value === null || value === '') return -1122
  if (typeof value !== 'string') return -112
  if ([...value].length > maxLength) return -1121
  const time = /^((\d{2}:\d{2}(:\d{2})? )?\d{2}\/\d{2}\/\d{4}|\d{2}:\d{2}(:\d{2})?|\d{2}\/\d{4})$/
  if (type === 'DATE' && !time.test(value)) return -1124
  return type === 'NUMBER' && !/^\d+$/.test(value) ? -1124 : 0
}

/** From 22:00 to 06:00 in Vietnam. */
export function isNight({ now }: World) {
  const minute = minuteOf(now(), zone)
  return minute >= 22 * 60 || minute < 6 * 60
}

export const today = ({ now }: World) => dayOf(now(), zone)

/** How many template messages may go out today, and how many did; begins anew with each day in Vietnam. */
export function quotaOfToday(world: World) {
  const day = today(world)
  if (world.quota.day !== day) Object.assign(world.quota, { day, used: 0 })
  return world.quota
}
