import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api.ts'

/** The rules of points that hold now. */
export const useProgramme = () => useQuery({ queryKey: ['programme'], queryFn: () => answerOf(api.programme.$get()) })
