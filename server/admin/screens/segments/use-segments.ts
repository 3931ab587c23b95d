import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { CampaignWish, FollowIdea, Rule, SegmentMove } from '../../../../shared/segments.ts'
import { answerOf, api } from '../../api.ts'

export const useSegments = () => useQuery({ queryKey: ['segments'], queryFn: () => answerOf(api.segments.$get()) })

/** One with a page of its people. */
export const useSegment = (id: string, offset: number) =>
  useQuery({
    queryKey: ['segments', id, offset],
    queryFn: () => answerOf(api.segments[':id'].$get({ param: { id }, query: { offset: String(offset) } })),
    placeholderData: keepPreviousData,
  })

/** How many a rule means that is not kept yet. */
export const useRuleSize = (rule: Rule | undefined) =>
  useQuery({
    queryKey: ['segments', 'preview', rule],
    queryFn: () => answerOf(api.segments.preview.$post({ json: { rule: rule! } })),
    placeholderData: keepPreviousData,
    enabled: rule !== undefined,
  })

/** What would have followed of late. */
export const useFollowPreview = (id: string, what: SegmentMove, idea: FollowIdea, enabled: boolean) =>
  useQuery({
    queryKey: ['segments', id, what, idea],
    queryFn: () => answerOf(api.segments[':id'].follows[':what'].preview.$post({ param: { id, what }, json: idea })),
    placeholderData: keepPreviousData,
    enabled,
  })

export const useLeftOut = (id: string) =>
  useQuery({
    queryKey: ['campaigns', id, 'left-out'],
    queryFn: () => answerOf(api.campaigns[':id']['left-out'].$get({ param: { id } })),
  })

export const useCampaigns = (offset: number) =>
  useQuery({
    queryKey: ['campaigns', offset],
    queryFn: () => answerOf(api.campaigns.$get({ query: { offset: String(offset) } })),
  })

export const useCampaignPreview = (wish: CampaignWish, enabled: boolean) =>
  useQuery({
    queryKey: ['campaigns', 'preview', wish],
    queryFn: () => answerOf(api.campaigns.preview.$post({ json: wish })),
    enabled,
  })

export const useSlipping = (offset: number) =>
  useQuery({
    queryKey: ['slipping', offset],
    queryFn: () => answerOf(api.slipping.$get({ query: { offset: String(offset) } })),
  })
