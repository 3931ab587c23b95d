import { Stack, Tabs } from '@mantine/core'
import { useAddress } from '../../parts/address.ts'
import { Page } from '../../parts/page.tsx'
import { useMay } from '../../session.ts'
import { useWords } from '../../words/words.ts'
import { BatchView } from './batch-view.tsx'
import { ExportFiles } from './export-files.tsx'
import { PastBatches } from './past-batches.tsx'
import { SheetUpload } from './sheet-upload.tsx'

/** What other systems know comes in as sheets, and all that this one knows goes out (P-13). */
export function DataScreen() {
  const { batches, pages } = useWords()
  const { get, set } = useAddress()
  const may = useMay()
  const tab = get('tab') === 'export' && may('owner') ? 'export' : 'sheets'
  const batch = get('batch')
  return (
    <Page title={pages.data}>
      <Tabs value={tab} onChange={(to) => set({ tab: to === 'export' ? to : undefined })} keepMounted={false} maw={960}>
        {may('owner') && (
          <Tabs.List mb={16}>
            <Tabs.Tab value="sheets">{batches.tabs.sheets}</Tabs.Tab>
            <Tabs.Tab value="export">{batches.tabs.export}</Tabs.Tab>
          </Tabs.List>
        )}
        <Tabs.Panel value="sheets">
          {batch ? (
            <BatchView key={batch} id={batch} />
          ) : (
            <Stack gap={24}>
              <SheetUpload />
              <PastBatches />
            </Stack>
          )}
        </Tabs.Panel>
        <Tabs.Panel value="export">
          <ExportFiles />
        </Tabs.Panel>
      </Tabs>
    </Page>
  )
}
