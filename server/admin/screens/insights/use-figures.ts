import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { InferResponseType } from 'hono/client'
import { answerOf, api } from '../../api.ts'
import { useAsked } from './use-asked.ts'

export type Overview = InferResponseType<(typeof api)['figures']['$get'], 200>
export type Figures = Overview['figures']
export type Cohorts = InferResponseType<(typeof api)['figures']['cohorts']['$get'], 200>
export type VisitFigures = InferResponseType<(typeof api)['figures']['visits']['$get'], 200>
export type ProgrammeFigures = InferResponseType<(typeof api)['figures']['programme']['$get'], 200>
export type FigureSettings = InferResponseType<(typeof api)['figures']['settings']['$get'], 200>

export function useOverview() {
  const { query } = useAsked()
  return useQuery({
    queryKey: ['figures', query],
    queryFn: () => answerOf(api.figures.$get({ query })),
    placeholderData: keepPreviousData,
  })
}
