import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { readCode } from '../../../../shared/member-code.ts'
import { displayPhone } from '../../../../shared/phone.ts'
import { answerOf, api } from '../../api.ts'
import { Entry } from '../../parts/entry.tsx'
import { useWords } from '../../words/words.ts'
import type { Found } from './found-customer.tsx'

type Props = { busy: boolean; onCode: (code: string) => void; onFind: (customer: Found) => void }

/** The other way than the camera: the digits under the code, or the last ones of the phone. */
export function TypedCode({ busy, onCode, onFind }: Props) {
  const words = useWords()
  const [typed, setTyped] = useState('')
  const isCode = readCode(typed) !== undefined
  return (
    <Stack gap={8}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (isCode && !busy) onCode(typed)
        }}
      >
        <Group align="flex-end" gap={8} wrap="nowrap">
          <TextInput
            label={words.scan.typed}
            description={words.scan.typedHint}
            inputMode="numeric"
            autoComplete="off"
            maxLength={80}
            style={{ flex: 1 }}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          {isCode && (
            <Button type="submit" loading={busy}>
              {words.scan.find}
            </Button>
          )}
        </Group>
      </form>
      {!isCode && <ByPhone digits={typed.replace(/\D/g, '')} onFind={onFind} />}
    </Stack>
  )
}

const shownMost = '8'

function ByPhone({ digits, onFind }: { digits: string; onFind: (customer: Found) => void }) {
  const words = useWords()
  const [q] = useDebouncedValue(digits, 200)
  const found = useQuery({
    queryKey: ['customers', 'phone', q],
    queryFn: () => answerOf(api.customers.$get({ query: { q, limit: shownMost } })),
    enabled: q.length >= 3 && q.length < 12,
  })
  if (digits.length < 3 || !found.data) return null
  if (found.data.customers.length === 0) return <Text size="sm">{words.customers.noMatch(q)}</Text>
  return (
    <div>
      {found.data.customers.map(({ id, name, phone, points }) => (
        <Entry
          key={id}
          title={name}
          under={[phone && displayPhone(phone)]}
          value={
            <Button
              variant="light"
              size="compact-md"
              aria-label={words.scan.chooseWho(name)}
              onClick={() => onFind({ id, name, phoneEnd: phone?.slice(-4) ?? null, balance: points })}
            >
              {words.scan.choose}
            </Button>
          }
        />
      ))}
    </div>
  )
}
