import { Button, Checkbox, Group, Stack, Text, Tooltip } from '@mantine/core'
import { IconHeartHandshake, IconInfoCircle, IconSend } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { newId } from '../../../../shared/ids.ts'
import { formatNumber, formatVnd } from '../../../../shared/money.ts'
import type { Slipping } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { useAddress } from '../../parts/address.ts'
import { useFormats } from '../../parts/formats.ts'
import { type Column, List } from '../../parts/list.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Notice } from '../../parts/notice.tsx'
import { Page } from '../../parts/page.tsx'
import { Pager } from '../../parts/pager.tsx'
import { Person } from '../../parts/person.tsx'
import { useWords } from '../../words/words.ts'
import { CampaignDialog } from './campaign-dialog.tsx'
import { useSlipping } from './use-segments.ts'

/** Who is later than their own rhythm: most at stake first, each asked back with one touch, or several at once. */
export function SlippingScreen() {
  const words = useWords()
  const { offset } = useAddress()
  const load = useSlipping(offset)
  const [chosen, setChosen] = useState<string[]>([])
  const [asking, setAsking] = useState(false)
  const columns = useColumns(chosen, setChosen)
  const many = (
    <Button leftSection={<IconSend size={18} aria-hidden />} onClick={() => setAsking(true)}>
      {words.slipping.inviteMany(formatNumber(chosen.length))}
    </Button>
  )
  return (
    <Page title={words.pages.slipping} actions={chosen.length > 0 ? many : undefined}>
      <Text c="dimmed" maw={640}>
        {words.slipping.intro}
      </Text>
      <Loaded of={load} skeleton={<List columns={columns} rows={undefined} />}>
        {({ people, total, totalVnd }) =>
          people.length === 0 ? (
            <Notice icon={IconHeartHandshake} text={words.slipping.none} />
          ) : (
            <Stack gap={12}>
              <Group gap={4} wrap="nowrap">
                <Text fw={600}>{words.slipping.sum(formatNumber(total), formatVnd(totalVnd))}</Text>
                <ValueMeans />
              </Group>
              <List columns={columns} rows={people} />
              <Pager total={total} shown={people.length} />
            </Stack>
          )
        }
      </Loaded>
      {asking && (
        <CampaignDialog
          kind="message"
          customerIds={chosen}
          onClose={() => setAsking(false)}
          onStarted={() => setChosen([])}
        />
      )}
    </Page>
  )
}

/** How the value came about: on hover, and to whoever reaches it by keyboard or touch. */
function ValueMeans() {
  const { valueMeans } = useWords().slipping
  return (
    <Tooltip label={valueMeans} multiline w={320} events={{ hover: true, focus: true, touch: true }}>
      <Button variant="subtle" size="compact-sm" px={8} mih={44} miw={44} aria-label={valueMeans}>
        <IconInfoCircle size={18} aria-hidden />
      </Button>
    </Tooltip>
  )
}

function useColumns(chosen: string[], choose: (ids: string[]) => void): Column<Slipping>[] {
  const { slipping: words } = useWords()
  const { day } = useFormats()
  const { columns } = words
  const toggle = (id: string) => choose(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id])
  return [
    {
      key: 'who',
      title: columns.who,
      own: true,
      cell: (person) => (
        <Group gap={8} wrap="nowrap" miw={190}>
          <Checkbox
            aria-label={words.choose(person.name)}
            checked={chosen.includes(person.id)}
            disabled={person.why !== null}
            onChange={() => toggle(person.id)}
            p={12}
            m={-12}
          />
          <Person customer={person} />
        </Group>
      ),
    },
    { key: 'rhythm', title: columns.rhythm, own: true, cell: (person) => <Rhythm person={person} /> },
    { key: 'last', title: columns.last, cell: ({ lastDay }) => day(lastDay) },
    {
      key: 'expected',
      title: columns.expected,
      cell: ({ expectedDay, daysLate }) => (
        <div>
          {day(expectedDay)}
          <Text size="xs" c="dimmed">
            {words.late(formatNumber(daysLate))}
          </Text>
        </div>
      ),
    },
    { key: 'value', title: columns.value, number: true, cell: ({ valueVnd }) => formatVnd(valueVnd) },
    { key: 'act', title: columns.act, own: true, cell: (person) => <Invite person={person} /> },
  ]
}

/** In weeks, as people say it, if they come every three or more; both in the same measure. */
function Rhythm({ person: { name, visits, gapDays, awayDays } }: { person: Slipping }) {
  const { slipping: words } = useWords()
  const span = (days: number) => (gapDays < 21 ? words.days(days) : words.weeks(Math.round(days / 7)))
  const say = visits > 1 ? words.usually : words.others
  return <Text size="sm">{say(name, span(gapDays), span(awayDays))}</Text>
}

/** One touch; why not is said where they may not be asked. */
function Invite({ person: { id: customerId, name, why } }: { person: Slipping }) {
  const { slipping: words, campaigns } = useWords()
  const id = useRef(newId())
  const wish = { kind: 'message' as const, segmentId: null, customerIds: [customerId], offerId: null }
  const invite = useAct(() => answerOf(api.campaigns.$post({ json: { id: id.current, ...wish } })), {
    said: () => words.invited(name),
  })
  return (
    <Stack gap={2} align="flex-start">
      <Button
        variant="light"
        disabled={why !== null || invite.isSuccess}
        loading={invite.isPending}
        onClick={() => invite.mutate(undefined)}
      >
        {words.invite}
      </Button>
      {(why || invite.isSuccess) && (
        <Text size="xs" c="dimmed">
          {why ? campaigns.why[why] : words.asked}
        </Text>
      )}
    </Stack>
  )
}
