import { newId } from '../../shared/ids.ts'
import { allWanted } from './test-shop.ts'

const any = newId()
export const someone = newId()
const rule = { any: [{ field: 'visits', is: 'at_least', value: 1 }, { all: [{ field: 'standing', is: 'late' }] }] }
const campaign = { kind: 'message', segmentId: null, customerIds: [any], offerId: null }

const follow = { kind: 'message', offerId: null }

/** Of the routes that write what somebody sent: profiles, sheets, figures, segments. */
export const insightWrites = [
  ['PUT', `/admin/api/customers/${someone}/tags`, { tags: ['Khách quý'] }],
  [
    'PUT',
    `/admin/api/profile-fields/${newId()}`,
    {
      ...{ group: 'tastes', name: 'Dị ứng', kind: 'text', choices: [], purpose: 'Để phục vụ an toàn' },
      ...{ sensitive: true, atService: true, active: true },
    },
  ],
  ['PUT', `/admin/api/customers/${someone}/fields/${any}`, { value: 'x' }],
  ['POST', '/admin/api/merges', { id: newId(), sourceId: any, targetId: someone }],
  ['POST', '/admin/api/duplicates/not-the-same', { oneId: any, otherId: someone }],
  [
    'PUT',
    '/admin/api/figures/settings',
    {
      ...{ serviceCostPercent: 45, goodsCostPercent: 60, secondVisitDays: 45 },
      ...{ giveBackFromPercent: 3, giveBackToPercent: 8 },
    },
  ],
  ['POST', '/admin/api/segments', { id: newId(), name: 'Khách quý', rule, active: true }],
  ['POST', '/admin/api/segments/preview', { rule }],
  ['PUT', `/admin/api/segments/${any}`, { name: 'Khách quý', rule, active: true }],
  ['PUT', `/admin/api/segments/${any}/follows/entered`, { ...follow, mostPerMonth: 50, active: true }],
  ['POST', `/admin/api/segments/${any}/follows/left/preview`, follow],
  ['POST', '/admin/api/campaigns', { id: newId(), ...campaign }],
  ['POST', '/admin/api/campaigns/preview', campaign],
  [
    'PUT',
    `/admin/api/batches/${any}`,
    {
      ...{ kind: 'sales', channel: 'KiotViet', encoding: 'unicode', columns: { number: 0 } },
      ...{ earns: false, codes: false, vndEach: 1 },
    },
  ],
  ['PUT', '/admin/api/owner-inbox', allWanted],
] as const
