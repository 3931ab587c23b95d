import { Button, Center, Loader, Text } from '@mantine/core'
import { IconPlugConnectedX } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { answerOf, api } from '../../api.ts'
import { tell } from '../../parts/act.tsx'
import { Notice } from '../../parts/notice.tsx'
import { Page } from '../../parts/page.tsx'
import { sessionKey } from '../../queries.ts'
import { useWords } from '../../words/words.ts'

/** Where Zalo's consent page sends the owner back to. */
export function Connected() {
  const words = useWords()
  const [params] = useSearchParams()
  const [code, oaId, state] = [params.get('code'), params.get('oa_id'), params.get('state')]
  return (
    <Page title={words.pages.zalo}>
      {code && oaId && state ? (
        <Connecting code={code} oaId={oaId} state={state} />
      ) : (
        <NotConnected text={words.zalo.denied} />
      )}
    </Page>
  )
}

/** The code works once. A query, since it is asked once however often the effect runs; never asked again. */
function Connecting(consented: { code: string; oaId: string; state: string }) {
  const words = useWords()
  const go = useNavigate()
  const queries = useQueryClient()
  const connect = useQuery({
    queryKey: ['zalo-connect', consented.code],
    queryFn: async () => {
      await answerOf(api.zalo.connect.$post({ json: consented }))
      return true
    },
    ...{ retry: false, staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false, refetchOnReconnect: false },
  })
  const isDone = connect.isSuccess
  useEffect(() => {
    if (!isDone) return
    tell(words.zalo.done)
    go('/zalo', { replace: true })
    for (const queryKey of [sessionKey, ['zalo']]) queries.invalidateQueries({ queryKey })
  }, [isDone, words, go, queries])
  if (connect.error) return <NotConnected text={words.zalo.refused} why={connect.error.message} />
  return (
    <Center h={240} aria-busy="true">
      <Loader aria-label={words.zalo.connecting} />
    </Center>
  )
}

function NotConnected({ text, why }: { text: string; why?: string }) {
  const words = useWords()
  return (
    <Notice icon={IconPlugConnectedX} text={text}>
      {why && <Text size="sm">{why}</Text>}
      <Button component={Link} to="/zalo">
        {words.zalo.toZalo}
      </Button>
    </Notice>
  )
}
