import { Box, Stack, Text, Title } from '@mantine/core'
import { fieldGroups } from '../../../../shared/profile.ts'
import type { CustomerFile } from '../../answers.ts'
import { useFormats } from '../../parts/formats.ts'
import { useWords } from '../../words/words.ts'
import { CustomerMerges } from './customer-merges.tsx'
import { OwnFieldLine } from './own-field.tsx'
import { useShownValue, ValueLine } from './profile-value.tsx'

/** All that is known of somebody, in five groups; what the records say first, then what staff wrote down. */
export function CustomerGroups({ file }: { file: CustomerFile }) {
  const { profiles: words } = useWords()
  const { date, dayAt } = useFormats()
  const shown = useShownValue()
  return (
    <Stack gap={20}>
      {fieldGroups.map((group) => {
        const { known, fields } = file.groups[group]
        return (
          <Box component="section" key={group} aria-label={words.groups[group]}>
            <Title order={3} mb={4}>
              {words.groups[group]}
            </Title>
            {known.length + fields.length === 0 && (
              <Text size="sm" c="dimmed">
                {words.nothing}
              </Text>
            )}
            {known.map((value) => (
              <ValueLine
                key={value.key}
                name={words.known[value.key] ?? value.key}
                value={shown(value)}
                under={`${words.sources[value.source]} ${date(dayAt(value.at))} · ${words.purposes[value.purpose]}`}
              />
            ))}
            {fields.map((field) => (
              <OwnFieldLine key={field.id} customerId={file.customer.id} field={field} />
            ))}
          </Box>
        )
      })}
      <CustomerMerges merges={file.merges} />
    </Stack>
  )
}
