import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api.ts'

export const useStaffMembers = () =>
  useQuery({ queryKey: ['staff-members'], queryFn: () => answerOf(api['staff-members'].$get()) })
