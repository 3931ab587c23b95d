import { CloseButton, Group, Paper, Select, Stack } from '@mantine/core'
import type { Service } from '../../../answers.ts'
import { Chips } from '../../../parts/chips.tsx'
import { useWords } from '../../../words/words.ts'
import { PartChoices } from './part-choices.tsx'
import type { DraftPart } from './wanted.ts'

type Props = {
  part: DraftPart
  services: Service[]
  staff: { id: string; name: string }[]
  onChange: (part: DraftPart) => void
  onRemove?: () => void
  removeLabel: string
}

/** One service of a visit: which, of what kind, with what extras, by whom. */
export function PartFields({ part, services, staff, onChange, onRemove, removeLabel }: Props) {
  const words = useWords()
  const service = services.find(({ id }) => id === part.serviceId)
  const doers = service?.doneBy.length
    ? staff.filter(({ id }) => service.doneBy.some(({ staffId }) => staffId === id))
    : staff
  const choose = (serviceId: string) => {
    const chosen = services.find(({ id }) => id === serviceId)
    const can = !chosen?.doneBy.length || chosen.doneBy.some(({ staffId }) => staffId === part.staffId)
    onChange({ ...part, serviceId, variantId: '', addonIds: [], staffId: can ? part.staffId : '' })
  }
  const fields = (
    <Stack gap={12}>
      <Group align="flex-end" wrap="nowrap" gap={8}>
        <Select
          style={{ flex: 1 }}
          label={words.form.service}
          searchable
          data={byCategory(services)}
          value={part.serviceId || null}
          onChange={(value) => value && choose(value)}
          nothingFoundMessage="–"
        />
        {onRemove && <CloseButton aria-label={removeLabel} size={36} onClick={onRemove} />}
      </Group>
      {service && <PartChoices {...{ part, service, onChange }} />}
      <Chips
        label={words.walkIn.who}
        value={part.staffId}
        onChange={(staffId) => onChange({ ...part, staffId })}
        choices={[
          { value: '', label: words.walkIn.anyone },
          ...doers.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </Stack>
  )
  if (!onRemove) return fields
  return (
    <Paper p={12} bg="var(--ground)" radius={8}>
      {fields}
    </Paper>
  )
}

function byCategory(services: Service[]) {
  const groups: { group: string; items: { value: string; label: string }[] }[] = []
  for (const { id, name, category } of services) {
    const known = groups.find(({ group }) => group === category)
    const item = { value: id, label: name }
    if (known) known.items.push(item)
    else groups.push({ group: category, items: [item] })
  }
  return groups
}
