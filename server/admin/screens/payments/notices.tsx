import { Button, Group, Modal, Text } from '@mantine/core'
import { useState } from 'react'
import { formatVnd } from '../../../../shared/money.ts'
import type { BankNotice, OpenTransfer } from '../../answers.ts'
import { Entry } from '../../parts/entry.tsx'
import { useFormats } from '../../parts/formats.ts'
import { useMay } from '../../session.ts'
import { useWords } from '../../words/words.ts'
import { DismissNotice } from './dismiss-notice.tsx'
import { MatchNotice } from './match-notice.tsx'
import { Section } from './section.tsx'

/** Money that came in and that nobody could place: somebody says what it was for. */
export function Notices({ notices, transfers }: { notices: BankNotice[]; transfers: OpenTransfer[] }) {
  const { money: words } = useWords()
  return (
    <Section title={words.notices} at="notices">
      {notices.length === 0 && <Text size="sm">{words.noNotices}</Text>}
      {notices.map((notice) => (
        <OneNotice key={notice.id} notice={notice} transfers={transfers} />
      ))}
    </Section>
  )
}

function OneNotice({ notice, transfers }: { notice: BankNotice; transfers: OpenTransfer[] }) {
  const { money: words } = useWords()
  const { stamp } = useFormats()
  const mayDismiss = useMay()('manager')
  const [act, setAct] = useState<'match' | 'dismiss'>()
  const close = () => setAct(undefined)
  const vnd = formatVnd(notice.amountVnd)
  return (
    <>
      <Entry title={notice.text.trim() || words.noText} value={vnd} under={[stamp(notice.at)]} />
      <Group gap={8} justify="flex-end" mb={12}>
        {mayDismiss && (
          <Button variant="default" onClick={() => setAct('dismiss')}>
            {words.dismiss}
          </Button>
        )}
        <Button onClick={() => setAct('match')}>{words.match}</Button>
      </Group>
      <Modal opened={act === 'match'} onClose={close} title={words.matchTitle(vnd)}>
        <MatchNotice notice={notice} transfers={transfers} onClose={close} />
      </Modal>
      <Modal opened={act === 'dismiss'} onClose={close} title={words.dismissTitle(vnd)}>
        <DismissNotice notice={notice} onClose={close} />
      </Modal>
    </>
  )
}
