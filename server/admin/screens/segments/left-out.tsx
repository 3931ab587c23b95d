import { Button, Modal, Skeleton, Text } from '@mantine/core'
import { useState } from 'react'
import { formatNumber } from '../../../../shared/money.ts'
import { Entry } from '../../parts/entry.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { useWords } from '../../words/words.ts'
import { useLeftOut } from './use-segments.ts'

type Props = { campaignId: string; people: number }

/** How many a campaign left out; opened it says why. */
export function LeftOut({ campaignId, people }: Props) {
  const { campaigns: words } = useWords()
  const [opened, open] = useState(false)
  return (
    <div>
      <Button variant="subtle" size="compact-sm" px={8} mx={-8} mih={44} onClick={() => open(true)}>
        {words.leftOutCount(formatNumber(people))}
      </Button>
      <Modal opened={opened} onClose={() => open(false)} title={words.leftOut}>
        {opened && <Reasons campaignId={campaignId} />}
      </Modal>
    </div>
  )
}

function Reasons({ campaignId }: { campaignId: string }) {
  const { campaigns: words } = useWords()
  const load = useLeftOut(campaignId)
  return (
    <Loaded of={load} skeleton={<Skeleton h={88} />}>
      {(reasons) =>
        reasons.length === 0 ? (
          <Text size="sm">{words.nobodyLeftOut}</Text>
        ) : (
          reasons.map(({ why, people }) => (
            <Entry key={why} title={words.why[why] ?? why} value={words.peopleCount(formatNumber(people))} />
          ))
        )
      }
    </Loaded>
  )
}
