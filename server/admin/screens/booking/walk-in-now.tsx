import { Button, Modal, SimpleGrid, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconWalk } from '@tabler/icons-react'
import { useRef } from 'react'
import { newId } from '../../../../shared/ids.ts'
import type { Service } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { useWords } from '../../words/words.ts'
import { useServices } from './form/use-services.ts'
import { JoinQueue } from './queue/join-queue.tsx'

/** Somebody walks in: one touch for what they want, and it begins; if all are busy they join the queue. */
export function WalkInNow() {
  const words = useWords()
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <>
      <Button variant="default" leftSection={<IconWalk size={18} aria-hidden />} onClick={open}>
        {words.quick.open}
      </Button>
      <Modal opened={opened} onClose={close} title={words.quick.title} size={560}>
        <ChooseService onDone={close} />
      </Modal>
    </>
  )
}

function ChooseService({ onDone }: { onDone: () => void }) {
  const words = useWords()
  const services = useServices()
  const id = useRef(newId())
  const take = useAct(
    (service: Service) =>
      answerOf(
        api.bookings.$post({
          json: {
            ...{ id: id.current, parts: [{ serviceId: service.id }], startsAt: null },
            ...{ customerId: null, newCustomer: null },
          },
        }),
      ),
    { said: (visit) => words.walkIn.savedNow(visit.staffName), done: onDone },
  )
  const wanted = take.error && ['slot_taken', 'slot_closed'].includes(take.error.code) ? take.variables : undefined
  if (wanted)
    return (
      <Stack gap={12}>
        <Text fw={500}>{words.quick.allBusy}</Text>
        <JoinQueue serviceId={wanted.id} onDone={onDone} />
      </Stack>
    )
  return (
    <Stack gap={12}>
      <Text size="sm" c="dimmed">
        {words.quick.hint}
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing={8}>
        {services.map((service) => (
          <Button
            key={service.id}
            variant="light"
            h={52}
            justify="space-between"
            rightSection={<Text size="xs">{words.minutes(service.durationMinutes)}</Text>}
            loading={take.isPending && take.variables.id === service.id}
            onClick={() => take.mutate(service)}
          >
            {service.name}
          </Button>
        ))}
      </SimpleGrid>
    </Stack>
  )
}
