import { Button, Modal, SimpleGrid, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconWalk } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { newId } from '../../../../shared/ids.ts'
import type { Service } from '../../answers.ts'
import { answerOf, api, Problem } from '../../api.ts'
import { tell, useAct } from '../../parts/act.tsx'
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

/** Nobody is free just now: no mishap, but what the queue is for. */
const isBusy = (problem: unknown) =>
  problem instanceof Problem && (problem.code === 'slot_taken' || problem.code === 'in_buffer')

type Choice = { customer?: { id: string; name: string }; onDone: () => void }

/** What they came for; `customer` is who it is, where that is known. */
export function ChooseService({ customer, onDone }: Choice) {
  const words = useWords()
  const services = useServices()
  const id = useRef(newId())
  const [waitsFor, setWaitsFor] = useState<Service>()
  const take = useAct(
    async (service: Service) => {
      const parts = [{ serviceId: service.id }]
      const json = { id: id.current, parts, startsAt: null, customerId: customer?.id ?? null, newCustomer: null }
      try {
        return { service, visit: await answerOf(api.bookings.$post({ json })) }
      } catch (problem) {
        if (!isBusy(problem)) throw problem
        return { service, visit: undefined }
      }
    },
    {
      done: ({ service, visit }) => {
        if (!visit) return setWaitsFor(service)
        tell(words.walkIn.savedNow(visit.staffName))
        onDone()
      },
    },
  )
  if (waitsFor)
    return (
      <Stack gap={12}>
        <Text fw={500}>{words.quick.allBusy}</Text>
        <JoinQueue serviceId={waitsFor.id} customer={customer} onDone={onDone} />
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
