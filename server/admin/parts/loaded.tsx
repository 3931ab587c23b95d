import { Button, Text } from '@mantine/core'
import { IconCloudOff } from '@tabler/icons-react'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import { Notice } from './notice.tsx'

type Props<Data> = { of: UseQueryResult<Data>; skeleton: ReactNode; children: (data: Data) => ReactNode }

/** What was loaded, however old; otherwise why not, with a way on; otherwise its shape. */
export function Loaded<Data>({ of, skeleton, children }: Props<Data>) {
  const words = useWords()
  if (of.data !== undefined) return children(of.data)
  if (!of.error) return <div aria-busy="true">{skeleton}</div>
  return (
    <Notice icon={IconCloudOff} text={words.problems.load}>
      <Text size="sm" c="dimmed">
        {of.error.message}
      </Text>
      <Button variant="light" loading={of.isFetching} onClick={() => of.refetch()}>
        {words.acts.retry}
      </Button>
    </Notice>
  )
}
