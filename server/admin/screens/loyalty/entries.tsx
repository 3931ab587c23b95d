import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { CustomerFile } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useWords } from '../../words/words.ts'
import { EntryLine } from './entry-line.tsx'

/** As many come at once. */
const page = 50

/** What came and went, the newest first; older ones when somebody asks for them. */
export function Entries({ file: { customer, entries } }: { file: CustomerFile }) {
  const { loyalty: words } = useWords()
  const last = entries.at(-1)
  const older = useInfiniteQuery({
    queryKey: ['customer', customer.id, 'older', last?.id],
    queryFn: ({ pageParam: { at, id } }) =>
      answerOf(api.customers[':id'].points.older.$get({ param: { id: customer.id }, query: { at, id } })),
    initialPageParam: { at: last?.at ?? '', id: last?.id ?? '' },
    getNextPageParam: (some) => (some.length < page ? undefined : some.at(-1)!),
    enabled: false,
  })
  const all = [...entries, ...(older.data?.pages.flat() ?? [])]
  const isMore = older.data ? older.hasNextPage : entries.length >= page
  return (
    <>
      {all.map((entry) => (
        <EntryLine key={entry.id} customerId={customer.id} entry={entry} />
      ))}
      {isMore && (
        <Button variant="light" mt={8} loading={older.isFetching} onClick={() => older.fetchNextPage()}>
          {older.error ? words.olderAgain : words.older}
        </Button>
      )}
    </>
  )
}
