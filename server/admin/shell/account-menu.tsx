import { Avatar, Menu, Text, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconLanguage, IconLogout } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { answerOf, api } from '../api.ts'
import { useAct } from '../parts/act.tsx'
import { sessionKey } from '../queries.ts'
import { useSession } from '../session.ts'
import { chooseLanguage, language, useWords } from '../words/words.ts'

export function AccountMenu() {
  const words = useWords()
  const { account } = useSession()
  const queries = useQueryClient()
  const signOut = useAct(() => answerOf(api.session.$delete()), {
    done: () => {
      queries.clear()
      queries.setQueryData(sessionKey, null)
    },
  })
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <UnstyledButton p={4}>
          <Avatar aria-hidden color="brand" name={account.name} size={36} />
          <VisuallyHidden>{account.name}</VisuallyHidden>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="sm" fw={600} c="black">
            {account.name}
          </Text>
          <Text size="xs">{words.roles[account.role]}</Text>
        </Menu.Label>
        <Menu.Item
          leftSection={<IconLanguage size={18} aria-hidden />}
          onClick={() => chooseLanguage(language() === 'vi' ? 'en' : 'vi')}
        >
          {words.language}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={18} aria-hidden />} onClick={() => signOut.mutate(undefined)}>
          {words.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
