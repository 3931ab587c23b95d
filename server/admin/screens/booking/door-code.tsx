import { Button, Group, Skeleton, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPrinter, IconRefresh } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { Card } from '../../parts/card.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { Sure } from '../../parts/sure.tsx'
import { useSession } from '../../session.ts'
import { useWords } from '../../words/words.ts'
import css from './door-code.module.css'

/** The code that hangs at the door, as it is printed, and how to make the old print void. */
export function DoorCodeScreen() {
  const words = useWords()
  const load = useQuery({ queryKey: ['door-code'], queryFn: () => answerOf(api['door-code'].$get()) })
  return (
    <Page title={words.pages.doorCode}>
      <Text maw={640}>{words.doorCode.scanWhy}</Text>
      <Card maw={480}>
        <Loaded of={load} skeleton={<Skeleton h={420} />}>
          {({ svg }) => <Code svg={svg} />}
        </Loaded>
      </Card>
    </Page>
  )
}

function Code({ svg }: { svg: string }) {
  const words = useWords().doorCode
  const { shop } = useSession()
  const [asking, { open, close }] = useDisclosure(false)
  const renew = useAct(() => answerOf(api['door-code'].renew.$post()), { said: () => words.renewed, done: close })
  return (
    <Stack gap={16}>
      <div className={css.print}>
        <Text fz={28} fw={700}>
          {shop.name}
        </Text>
        <img className={css.picture} src={`data:image/svg+xml,${encodeURIComponent(svg)}`} alt={words.picture} />
        <Text fz={20}>{words.scan}</Text>
      </div>
      <Group gap={8} justify="center">
        <Button leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
          {words.print}
        </Button>
        <Button variant="default" leftSection={<IconRefresh size={18} aria-hidden />} onClick={open}>
          {words.renew}
        </Button>
      </Group>
      <Sure
        opened={asking}
        title={words.renewTitle}
        why={words.renewWhy}
        doIt={words.renew}
        busy={renew.isPending}
        onDo={() => renew.mutate(undefined)}
        onClose={close}
      />
    </Stack>
  )
}
