import { Button, Group, Stack } from '@mantine/core'
import { IconPlus, IconScissors } from '@tabler/icons-react'
import { formatVnd } from '../../../../shared/money.ts'
import type { Service } from '../../answers.ts'
import { type Column, List } from '../../parts/list.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Notice } from '../../parts/notice.tsx'
import { OnOff } from '../../parts/on-off.tsx'
import { Side, useEdited } from '../../parts/side.tsx'
import { Tag } from '../../parts/tag.tsx'
import { useWords, type Words } from '../../words/words.ts'
import { ServiceForm } from './service-form.tsx'
import { useServices } from './use-catalog.ts'

export function ServiceList() {
  const words = useWords()
  const load = useServices()
  const edited = useEdited<Service>()
  const columns: Column<Service>[] = [
    { key: 'name', title: words.fields.name, cell: (row) => row.name },
    { key: 'category', title: words.fields.category, cell: (row) => row.category },
    { key: 'minutes', title: words.fields.minutes, cell: (row) => words.minutes(row.durationMinutes), number: true },
    { key: 'price', title: words.fields.price, cell: (row) => priceOf(row, words), number: true },
    { key: 'active', title: words.fields.state, cell: (row) => <State service={row} /> },
  ]
  const add = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => edited.open('new')}>
      {words.services.add}
    </Button>
  )
  return (
    <Stack gap={16}>
      <Loaded of={load} skeleton={<List columns={columns} rows={undefined} />}>
        {(services) =>
          services.length === 0 ? (
            <Notice icon={IconScissors} text={words.services.empty}>
              {add}
            </Notice>
          ) : (
            <>
              <Group justify="flex-end">{add}</Group>
              <List columns={columns} rows={services} onOpen={edited.open} />
            </>
          )
        }
      </Loaded>
      <Side edited={edited} newTitle={words.services.add} titleOf={(service) => service.name}>
        {(service) => (
          <ServiceForm
            service={service}
            categories={[...new Set(load.data?.map((known) => known.category))]}
            onClose={edited.close}
          />
        )}
      </Side>
    </Stack>
  )
}

function State({ service }: { service: Service }) {
  const words = useWords()
  return service.active && service.private ? <Tag>{words.services.privateTag}</Tag> : <OnOff on={service.active} />
}

function priceOf({ priceKind, priceVnd, priceMaxVnd }: Service, words: Words) {
  if (priceKind === 'from') return words.services.priceFromShown(formatVnd(priceVnd))
  return priceKind === 'range' && priceMaxVnd
    ? `${formatVnd(priceVnd)} – ${formatVnd(priceMaxVnd)}`
    : formatVnd(priceVnd)
}
