import { Alert } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api.ts'
import { useWords } from '../../words/words.ts'

/** Where nobody could pay a deposit, none is asked for; nothing where they can. */
export function CannotAsk() {
  const words = useWords().deposits
  const ways = useQuery({ queryKey: ['deposit-ways'], queryFn: () => answerOf(api.deposits.ways.$get()) }).data
  if (!ways || ways.transfer || ways.checkout) return null
  return <Alert color="yellow">{words.cannot}</Alert>
}
