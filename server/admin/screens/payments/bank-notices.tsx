import { Alert, Button, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { Bank } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { useFormats } from '../../parts/formats.ts'
import { Sure } from '../../parts/sure.tsx'
import { useWords } from '../../words/words.ts'
import { Copied } from './copied.tsx'
import { Section } from './section.tsx'

/** Where the bank tells of money and what it signs with; a new secret stays on the screen until the page is left. */
export function BankNotices({ bank: { account, noticesUrl } }: { bank: Bank }) {
  const { bank: words } = useWords()
  const { stamp } = useFormats()
  const [asking, { open, close }] = useDisclosure(false)
  const renew = useAct(() => answerOf(api.bank.secret.$post()), { done: close })
  const since = account?.secretAt
  const make = () => renew.mutate(undefined)
  return (
    <Section title={words.notices} hint={words.noticesHint}>
      <Stack gap={16}>
        <Copied label={words.address} text={noticesUrl} />
        {renew.data ? (
          <Alert color="yellow">
            <Text size="sm" fw={600} mb={8}>
              {words.once}
            </Text>
            <Copied label={words.secret} text={renew.data.secret} />
          </Alert>
        ) : (
          <Text size="sm">{!account ? words.first : since ? words.secretSince(stamp(since)) : words.noSecret}</Text>
        )}
        <Button
          variant="default"
          disabled={!account}
          loading={renew.isPending}
          onClick={since ? open : make}
          style={{ alignSelf: 'flex-end' }}
        >
          {words.renew}
        </Button>
      </Stack>
      <Sure
        opened={asking}
        title={words.renewTitle}
        why={words.renewWhy}
        doIt={words.renew}
        busy={renew.isPending}
        onDo={make}
        onClose={close}
      />
    </Section>
  )
}
