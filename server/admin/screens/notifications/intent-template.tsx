import { Button, Group, Skeleton, Stack, Title } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import type { Intent } from '../../../../shared/notifications.ts'
import { useAddress } from '../../parts/address.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { useWords } from '../../words/words.ts'
import { TemplateEditor } from './template-editor.tsx'
import { useIntents, useTemplates } from './use-templates.ts'

export function IntentTemplate({ intent }: { intent: Intent }) {
  const words = useWords()
  const { set } = useAddress()
  const chosen = useIntents()
  const templates = useTemplates()
  return (
    <Stack gap={16}>
      <Group gap={12}>
        <Button
          variant="subtle"
          px={8}
          leftSection={<IconArrowLeft size={18} aria-hidden />}
          onClick={() => set({ intent: undefined })}
        >
          {words.templates.all}
        </Button>
        <Title order={2}>{words.messages.intent[intent]}</Title>
      </Group>
      <Loaded of={templates} skeleton={<Skeleton h={480} />}>
        {(known) => (
          <Loaded of={chosen} skeleton={<Skeleton h={480} />}>
            {(all) => <TemplateEditor chosen={all.find((each) => each.intent === intent)!} templates={known} />}
          </Loaded>
        )}
      </Loaded>
    </Stack>
  )
}
