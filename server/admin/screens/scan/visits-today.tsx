import { Button, Modal, Stack } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconWalk } from '@tabler/icons-react'
import type { Visit } from '../../answers.ts'
import { Entry } from '../../parts/entry.tsx'
import { useFormats } from '../../parts/formats.ts'
import { Tag } from '../../parts/tag.tsx'
import { useWords } from '../../words/words.ts'
import { VisitActs } from '../booking/visit-acts.tsx'
import { toneOf } from '../booking/visits.ts'
import { ChooseService } from '../booking/walk-in-now.tsx'

type Props = { customer: { id: string; name: string }; visits: Visit[] }

/** What they are here for: a visit of today is closed, and earns, from here; who comes unasked begins one. */
export function VisitsToday({ customer, visits }: Props) {
  const words = useWords()
  const { today, dayAt, time } = useFormats()
  const [opened, { open, close }] = useDisclosure(false)
  const here = visits.filter(({ startsAt, status }) => dayAt(startsAt) === today && shown.includes(status))
  return (
    <Stack gap={8}>
      {here.map((visit) => (
        <Entry
          key={visit.id}
          title={visit.serviceName}
          value={<Tag tone={toneOf[visit.status]}>{words.today.status[visit.status]}</Tag>}
          under={[time(visit.startsAt), words.today.with(visit.staffName)]}
        >
          <VisitActs visit={visit} />
        </Entry>
      ))}
      {!here.some(({ status }) => status !== 'completed') && (
        <Button w="fit-content" leftSection={<IconWalk size={18} aria-hidden />} onClick={open}>
          {words.scan.begin}
        </Button>
      )}
      <Modal opened={opened} onClose={close} title={words.quick.title} size={560}>
        <ChooseService customer={customer} onDone={close} />
      </Modal>
    </Stack>
  )
}

const shown: Visit['status'][] = ['booked', 'arrived', 'in_service', 'completed']
