import { Skeleton, Stack, Tabs, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api.ts'
import { useAddress } from '../../parts/address.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { Tag } from '../../parts/tag.tsx'
import { useMay } from '../../session.ts'
import { useWords } from '../../words/words.ts'
import { ImportLink } from '../imports/import-link.tsx'
import { Approvals } from './approvals.tsx'
import { ProgrammeForm } from './programme-form.tsx'
import { useProgramme } from './use-programme.ts'

/** The rules of points for everybody to read; who may change them also decides large corrections here. */
export function ProgrammeScreen() {
  const words = useWords()
  const may = useMay()
  return (
    <Page title={words.pages.programme} actions={<ImportLink />}>
      {may('manager') ? (
        <RulesAndApprovals />
      ) : (
        <Stack gap={16}>
          <Text c="dimmed">{words.programme.readOnly}</Text>
          <Rules />
        </Stack>
      )}
    </Page>
  )
}

function RulesAndApprovals() {
  const { programme } = useWords()
  const { get, set } = useAddress()
  const waiting = useQuery({ queryKey: ['adjustments'], queryFn: () => answerOf(api.adjustments.$get()) })
  const count = waiting.data?.length ?? 0
  return (
    <Tabs
      value={get('tab') || 'rules'}
      onChange={(tab) => set({ tab: tab === 'approvals' ? tab : undefined })}
      keepMounted={false}
    >
      <Tabs.List mb={16}>
        <Tabs.Tab value="rules">{programme.tabs.rules}</Tabs.Tab>
        <Tabs.Tab value="approvals" rightSection={count > 0 ? <Tag tone="warn">{count}</Tag> : undefined}>
          {programme.tabs.approvals}
        </Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="rules">
        <Rules />
      </Tabs.Panel>
      <Tabs.Panel value="approvals">
        <Approvals of={waiting} />
      </Tabs.Panel>
    </Tabs>
  )
}

function Rules() {
  const load = useProgramme()
  return (
    <Loaded
      of={load}
      skeleton={
        <Stack gap={16}>
          <Skeleton h={240} />
          <Skeleton h={120} />
          <Skeleton h={200} />
        </Stack>
      }
    >
      {(version) => <ProgrammeForm version={version} />}
    </Loaded>
  )
}
