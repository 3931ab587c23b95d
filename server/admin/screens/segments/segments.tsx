import { Button, Drawer, Text, Title } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { newId } from '../../../../shared/ids.ts'
import { formatNumber, formatVnd } from '../../../../shared/money.ts'
import type { Segment } from '../../answers.ts'
import { useAddress } from '../../parts/address.ts'
import { type Column, List } from '../../parts/list.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { useWords } from '../../words/words.ts'
import { SegmentBeside } from './segment-beside.tsx'
import { SegmentForm } from './segment-form.tsx'
import { shareOf } from './share.ts'
import { useSegmentName } from './use-segment-name.ts'
import { useSegments } from './use-segments.ts'

/** All groups with their size and money. The one that is open stands in the address; a new one has its id already. */
export function SegmentsScreen() {
  const words = useWords()
  const { get, set } = useAddress()
  const nameOf = useSegmentName()
  const load = useSegments()
  const [openId, makeId] = [get('segment'), get('make')]
  const opened = [...(load.data?.segments ?? []), ...(load.data?.off ?? [])].find(({ id }) => id === openId)
  const close = () => set({ segment: undefined, make: undefined, offset: undefined })
  const add = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => set({ make: newId() })}>
      {words.segments.add}
    </Button>
  )
  return (
    <Page title={words.pages.segments} actions={add}>
      <Text c="dimmed" maw={640}>
        {words.segments.intro}
      </Text>
      <Loaded of={load} skeleton={<SegmentList />}>
        {({ segments, off, ...all }) => {
          const list = { all, chosen: openId, onOpen: (segment: string) => set({ segment }) }
          return (
            <>
              <SegmentList rows={segments} {...list} />
              {off.length > 0 && (
                <>
                  <Title order={2}>{words.segments.off}</Title>
                  <SegmentList rows={off} {...list} />
                </>
              )}
            </>
          )
        }}
      </Loaded>
      <Drawer opened={makeId !== ''} onClose={close} title={words.segments.add} size={760} keepMounted={false}>
        {makeId && <SegmentForm id={makeId} onDone={() => set({ make: undefined, segment: makeId })} />}
      </Drawer>
      <Drawer opened={openId !== ''} onClose={close} title={opened && nameOf(opened)} size={760} keepMounted={false}>
        {openId && <SegmentBeside key={openId} id={openId} />}
      </Drawer>
    </Page>
  )
}

type Props = {
  rows?: Segment[]
  all?: { people: number; netVnd: number }
  chosen?: string
  onOpen?: (id: string) => void
}

function SegmentList({ rows, all, chosen, onOpen }: Props) {
  const { segments: words } = useWords()
  const nameOf = useSegmentName()
  const { columns: titles } = words
  const columns: Column<Segment>[] = [
    {
      key: 'name',
      title: titles.name,
      cell: (segment) => (
        <>
          {nameOf(segment)}
          <Text span display="block" size="xs" c="dimmed" fw={400}>
            {segment.key ? words.hints[segment.key as keyof typeof words.hints] : words.own}
          </Text>
        </>
      ),
    },
    { key: 'people', title: titles.people, number: true, cell: ({ people }) => formatNumber(people) },
    { key: 'money', title: titles.money, number: true, cell: ({ netVnd }) => formatVnd(netVnd) },
    {
      key: 'average',
      title: titles.average,
      number: true,
      cell: ({ averageVnd }) => (averageVnd === null ? '–' : formatVnd(averageVnd)),
    },
    {
      key: 'share',
      title: titles.share,
      own: true,
      cell: ({ people, netVnd }) => (
        <Text size="sm" c="dimmed">
          {all && words.share(shareOf(people, all.people), shareOf(netVnd, all.netVnd))}
        </Text>
      ),
    },
  ]
  return <List columns={columns} rows={rows} chosen={chosen} onOpen={({ id }: Segment) => onOpen?.(id)} />
}
