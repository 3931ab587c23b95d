import { Group, Stack, Title } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'
import { useUnseen } from '../screens/orders/use-unseen.ts'
import { useSession } from '../session.ts'

type Props = { title: string; actions?: ReactNode; children: ReactNode }

export function Page({ title, actions, children }: Props) {
  const { shop } = useSession()
  const unseen = useUnseen()
  useEffect(() => {
    document.title = `${unseen ? `(${unseen}) ` : ''}${title} · ${shop.name}`
  }, [unseen, title, shop.name])
  return (
    <Stack gap={16} maw={1280}>
      <Group justify="space-between" mih={36} gap={12}>
        <Title order={1}>{title}</Title>
        {actions}
      </Group>
      {children}
    </Stack>
  )
}
