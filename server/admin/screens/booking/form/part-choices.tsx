import { Chip, Group, Input } from '@mantine/core'
import { formatVnd } from '../../../../../shared/money.ts'
import type { Service } from '../../../answers.ts'
import { Chips } from '../../../parts/chips.tsx'
import { useWords } from '../../../words/words.ts'
import type { DraftPart } from './wanted.ts'

type Props = { part: DraftPart; service: Service; onChange: (part: DraftPart) => void }

/** Of what kind and with what extras, where a service has them. */
export function PartChoices({ part, service, onChange }: Props) {
  const words = useWords()
  return (
    <>
      {service.variants.length > 0 && (
        <Chips
          label={words.form.variant}
          value={part.variantId}
          onChange={(variantId) => onChange({ ...part, variantId })}
          choices={[
            { value: '', label: words.form.noVariant },
            ...service.variants.map(({ id, name, priceVnd }) => ({
              value: id,
              label: `${name} · ${formatVnd(priceVnd)}`,
            })),
          ]}
        />
      )}
      {service.addons.length > 0 && (
        <Input.Wrapper label={words.form.addons} labelElement="div">
          <Chip.Group multiple value={part.addonIds} onChange={(addonIds) => onChange({ ...part, addonIds })}>
            <Group gap={8} mt={4}>
              {service.addons.map(({ id, name, priceVnd }) => (
                <Chip key={id} value={id} variant="outline">
                  {name} · {formatVnd(priceVnd)}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
        </Input.Wrapper>
      )}
    </>
  )
}
