import { Button, Group, Text, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { answerOf, api, Problem } from '../../api.ts'
import { Card } from '../../parts/card.tsx'
import { useFormats } from '../../parts/formats.ts'
import { Person } from '../../parts/person.tsx'
import { Tag } from '../../parts/tag.tsx'
import { useWords } from '../../words/words.ts'
import { spoken } from './voucher-code.ts'

/** A voucher by what its customer reads aloud: whose it is, and whether it can be used. */
export function FindVoucher() {
  const words = useWords()
  const { codes } = words
  const { stamp } = useFormats()
  const [typed, type] = useState('')
  const [asked, ask] = useState('')
  const load = useQuery({
    queryKey: ['voucher', asked],
    queryFn: () => answerOf(api.vouchers.$get({ query: { code: asked } })),
    enabled: asked !== '',
    retry: false,
  })
  const seek = (event: FormEvent) => {
    event.preventDefault()
    ask(typed.trim())
  }
  const found = asked ? load.data : undefined
  return (
    <search>
      <form onSubmit={seek}>
        <Group gap={8} align="flex-end">
          <TextInput
            label={codes.find}
            placeholder={codes.findHint}
            leftSection={<IconSearch size={18} aria-hidden />}
            maxLength={40}
            value={typed}
            onChange={(event) => type(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" disabled={!typed.trim()} loading={load.isLoading}>
            {codes.seek}
          </Button>
        </Group>
      </form>
      {asked && load.error && (
        <Text size="sm" c="var(--bad)" role="alert" mt={8}>
          {load.error instanceof Problem && load.error.code === 'not_found' ? codes.notFound : load.error.message}
        </Text>
      )}
      {found && (
        <Card mt={8}>
          <Group gap={12}>
            <Text fw={600}>{found.name}</Text>
            <Tag tone={found.state === 'open' ? 'good' : undefined}>{words.vouchers.states[found.state]}</Tag>
            <Text size="sm" style={{ letterSpacing: 1 }}>
              {spoken(found.code)}
            </Text>
            {found.state === 'open' && found.expiresAt && (
              <Text size="sm" c="dimmed">
                {codes.validUntil(stamp(new Date(Date.parse(found.expiresAt) - 1).toISOString()))}
              </Text>
            )}
            <Person customer={{ id: found.customerId, name: found.customerName }} />
          </Group>
        </Card>
      )}
    </search>
  )
}
