import { ActionIcon, CopyButton, Group } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconCheck, IconCopy, IconTrash } from '@tabler/icons-react'
import type { CalendarFeed } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { Entry } from '../../parts/entry.tsx'
import { Sure } from '../../parts/sure.tsx'
import { useWords } from '../../words/words.ts'

/** One address: whose calendar it is, to be copied or taken back. */
export function FeedLine({ feed }: { feed: CalendarFeed }) {
  const words = useWords()
  const { shop, copy, revoke, revokeIt, revokeTitle, revokeWhy, revoked } = words.calendarFeeds
  const [asking, { open, close }] = useDisclosure(false)
  const whose = feed.staffName ?? shop
  const takeBack = useAct(() => answerOf(api['calendar-feeds'][':id'].$delete({ param: { id: feed.id } })), {
    said: () => revoked,
    done: close,
  })
  const acts = (
    <Group gap={4} wrap="nowrap">
      <CopyButton value={feed.url}>
        {({ copied, copy: toClipboard }) => (
          <ActionIcon variant="default" aria-label={copied ? words.zalo.copied : copy(whose)} onClick={toClipboard}>
            {copied ? <IconCheck size={18} /> : <IconCopy size={18} />}
          </ActionIcon>
        )}
      </CopyButton>
      <ActionIcon variant="subtle" aria-label={revoke(whose)} onClick={open}>
        <IconTrash size={18} />
      </ActionIcon>
    </Group>
  )
  return (
    <Entry title={whose} value={acts} under={[feed.url]}>
      <Sure
        opened={asking}
        title={revokeTitle}
        why={revokeWhy(whose)}
        doIt={revokeIt}
        busy={takeBack.isPending}
        onDo={() => takeBack.mutate(undefined)}
        onClose={close}
      />
    </Entry>
  )
}
