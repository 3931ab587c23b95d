import { Button, Group, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPrinter, IconRefresh } from '@tabler/icons-react'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { Sure } from '../../parts/sure.tsx'
import { useSession } from '../../session.ts'
import { useWords } from '../../words/words.ts'
import css from '../booking/door-code.module.css'
import type { DiningTable } from './answers.ts'

/** The code that stands on a table, as it is printed, and how to make the old print void. */
export function TableCode({ table: { id, name, svg } }: { table: DiningTable }) {
  const words = useWords()
  const { shop } = useSession()
  const [asking, { open, close }] = useDisclosure(false)
  const renew = useAct(() => answerOf(api.tables[':id'].code.$post({ param: { id } })), {
    said: () => words.tables.renewed,
    done: close,
  })
  return (
    <Stack gap={16}>
      <div className={css.print}>
        <Text fz={20} fw={700}>
          {shop.name}
        </Text>
        <img
          className={css.picture}
          src={`data:image/svg+xml,${encodeURIComponent(svg)}`}
          alt={words.tables.picture(name)}
        />
        <Text fz={28} fw={700}>
          {name}
        </Text>
        <Text fz={16}>{words.tables.scan}</Text>
      </div>
      <Group gap={8} justify="center">
        <Button leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
          {words.doorCode.print}
        </Button>
        <Button variant="default" leftSection={<IconRefresh size={18} aria-hidden />} onClick={open}>
          {words.doorCode.renew}
        </Button>
      </Group>
      <Sure
        opened={asking}
        title={words.tables.renewTitle(name)}
        why={words.tables.renewWhy}
        doIt={words.doorCode.renew}
        busy={renew.isPending}
        onDo={() => renew.mutate(undefined)}
        onClose={close}
      />
    </Stack>
  )
}
