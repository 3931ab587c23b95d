import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api.ts'

export const useServices = () => useQuery({ queryKey: ['services'], queryFn: () => answerOf(api.services.$get()) })
export const useResources = () => useQuery({ queryKey: ['resources'], queryFn: () => answerOf(api.resources.$get()) })
