import { Center, Paper, Stack, Title } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'

/** The frame of the pages in front of the sign-in. */
export function Door({ title, children }: { title: string; children: ReactNode }) {
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <Center mih="100dvh" p={16}>
      <Paper component="main" p={24} w="100%" maw={400} radius={8} style={{ boxShadow: 'var(--soft-shadow)' }}>
        <Stack gap={20}>
          <img src={`${import.meta.env.BASE_URL}icon.svg`} width={40} height={40} alt="" />
          <Title order={1}>{title}</Title>
          {children}
        </Stack>
      </Paper>
    </Center>
  )
}
