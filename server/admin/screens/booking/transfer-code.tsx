import { ActionIcon, CopyButton, Group, Stack, Text } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { formatVnd } from '../../../../shared/money.ts'
import type { Transfer } from '../../answers.ts'
import { useWords } from '../../words/words.ts'
import css from './transfer-code.module.css'

/** What the customer's bank needs: a code to scan, and the same in words. */
export function TransferCode({ transfer: { dueVnd, memo, account, svg } }: { transfer: Transfer }) {
  const { till } = useWords()
  const vnd = formatVnd(dueVnd)
  return (
    <Stack gap={8}>
      {svg && (
        <img className={css.picture} src={`data:image/svg+xml,${encodeURIComponent(svg)}`} alt={till.picture(vnd)} />
      )}
      <Text size="sm" c="dimmed" ta="center">
        {account ? till.scan : till.noAccount}
      </Text>
      <Copied label={till.amount} shown={vnd} value={String(dueVnd)} />
      {memo && <Copied label={till.memo} shown={memo} value={memo} />}
      {account && (
        <Copied
          label={till.account}
          shown={account.accountNo}
          value={account.accountNo}
          under={till.at(account.bank, account.holder)}
        />
      )}
    </Stack>
  )
}

type CopiedProps = { label: string; shown: string; value: string; under?: string }

function Copied({ label, shown, value, under }: CopiedProps) {
  const { zalo } = useWords()
  return (
    <Group justify="space-between" wrap="nowrap" gap={8}>
      <div>
        <Text size="sm" c="dimmed">
          {label}
        </Text>
        <Text fw={600}>{shown}</Text>
        {under && <Text size="sm">{under}</Text>}
      </div>
      <CopyButton value={value}>
        {({ copied, copy }) => (
          <ActionIcon variant="default" aria-label={copied ? zalo.copied : zalo.copy(label)} onClick={copy}>
            {copied ? <IconCheck size={18} /> : <IconCopy size={18} />}
          </ActionIcon>
        )}
      </CopyButton>
    </Group>
  )
}
