import { ActionIcon, CopyButton, Group, Stack, Text, Title } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import type { Connection } from '../../answers.ts'
import { Card } from '../../parts/card.tsx'
import { useWords } from '../../words/words.ts'

/** What the owner pastes into Zalo's console, and where. */
export function Addresses({ connection }: { connection: Connection }) {
  const words = useWords().zalo
  return (
    <Card>
      <Stack gap={16}>
        <Title order={2}>{words.addresses}</Title>
        <Address label={words.callback} where={words.callbackWhere} url={connection.callbackUrl} />
        <Address label={words.webhook} where={words.webhookWhere} url={connection.webhookUrl} />
        <Address label={words.miniAppWebhook} where={words.miniAppWebhookWhere} url={connection.miniAppWebhookUrl} />
        <Address
          label={words.checkoutCallback}
          where={words.checkoutCallbackWhere}
          url={connection.checkoutCallbackUrl}
        />
        <Address label={words.checkoutNotify} where={words.checkoutNotifyWhere} url={connection.checkoutNotifyUrl} />
      </Stack>
    </Card>
  )
}

function Address({ label, where, url }: { label: string; where: string; url: string }) {
  const words = useWords().zalo
  return (
    <Group justify="space-between" wrap="nowrap" gap={12}>
      <div>
        <Text size="sm" fw={500}>
          {label}
        </Text>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {url}
        </Text>
        <Text size="xs" c="dimmed">
          {where}
        </Text>
      </div>
      <CopyButton value={url}>
        {({ copied, copy }) => (
          <ActionIcon variant="default" aria-label={copied ? words.copied : words.copy(label)} onClick={copy}>
            {copied ? <IconCheck size={18} /> : <IconCopy size={18} />}
          </ActionIcon>
        )}
      </CopyButton>
    </Group>
  )
}
