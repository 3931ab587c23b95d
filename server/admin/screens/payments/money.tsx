import { Grid, Skeleton, Stack } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api.ts'
import { useAddress } from '../../parts/address.ts'
import { Card } from '../../parts/card.tsx'
import { useFormats } from '../../parts/formats.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { useMay } from '../../session.ts'
import { useWords } from '../../words/words.ts'
import { DayPicker } from '../booking/day-picker.tsx'
import { Closings } from './closings.tsx'
import { DayClosing } from './day-closing.tsx'
import { Differences } from './differences.tsx'
import { Drawer } from './drawer.tsx'
import { Notices } from './notices.tsx'
import { OpenTransfers } from './open-transfers.tsx'
import { Paybacks } from './paybacks.tsx'
import { Takings } from './takings.tsx'

/** What came in on a day, what of it nobody could place, and whether the drawer holds what it should. */
export function MoneyScreen() {
  const words = useWords()
  const { today } = useFormats()
  const { get } = useAddress()
  const mayRun = useMay()('manager')
  const chosen = mayRun && /^\d{4}-\d\d-\d\d$/.test(get('day')) ? get('day') : undefined
  const day = chosen ?? today
  const load = useQuery({
    queryKey: ['money', day],
    queryFn: () => answerOf(api.money.$get({ query: chosen ? { day: chosen } : {} })),
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
  })
  return (
    <Page title={words.pages.money} actions={mayRun && <DayPicker day={day} />}>
      <Loaded of={load} skeleton={<Shape />}>
        {(money) => (
          <Grid gap={16}>
            <Grid.Col span={{ base: 12, md: 7 }}>
              <Stack gap={16}>
                <Takings money={money} />
                {mayRun && <Differences />}
                {mayRun && <Paybacks />}
                <Notices notices={money.notices} transfers={money.transfers} />
                <OpenTransfers transfers={money.transfers} />
              </Stack>
            </Grid.Col>
            <Grid.Col span={{ base: 12, md: 5 }}>
              <Stack gap={16}>
                <Drawer money={money} />
                {money.day <= money.today && <DayClosing money={money} key={`${money.day} ${money.closing?.id}`} />}
                {mayRun && <Closings />}
              </Stack>
            </Grid.Col>
          </Grid>
        )}
      </Loaded>
    </Page>
  )
}

const Shape = () => (
  <Grid gap={16}>
    <Grid.Col span={{ base: 12, md: 7 }}>
      <Card>
        <Skeleton h={200} />
      </Card>
    </Grid.Col>
    <Grid.Col span={{ base: 12, md: 5 }}>
      <Card>
        <Skeleton h={140} />
      </Card>
    </Grid.Col>
  </Grid>
)
