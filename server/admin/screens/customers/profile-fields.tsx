import { Button, Group, Modal, Skeleton, Stack, Text } from '@mantine/core'
import { IconId, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ProfileFieldRow } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { Card } from '../../parts/card.tsx'
import { Entry } from '../../parts/entry.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Notice } from '../../parts/notice.tsx'
import { OnOff } from '../../parts/on-off.tsx'
import { Page } from '../../parts/page.tsx'
import { useWords } from '../../words/words.ts'
import { ProfileFieldForm } from './profile-field-form.tsx'

/** What the shop wants to remember of its customers: each with the reason for which it is asked. */
export function ProfileFields() {
  const { pages, profiles, acts } = useWords()
  const words = profiles.fields
  const [edited, setEdited] = useState<ProfileFieldRow | 'new'>()
  const load = useQuery({ queryKey: ['profile-fields'], queryFn: () => answerOf(api['profile-fields'].$get()) })
  const add = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setEdited('new')}>
      {words.add}
    </Button>
  )
  return (
    <Page title={pages.profileFields} actions={add}>
      <Loaded of={load} skeleton={<Skeleton h={200} />}>
        {(fields) =>
          fields.length === 0 ? (
            <Notice icon={IconId} text={words.empty} />
          ) : (
            <Card>
              <Stack gap={0}>
                {fields.map((field) => (
                  <Entry
                    key={field.id}
                    title={field.name}
                    value={
                      <Group gap={8} wrap="nowrap">
                        <OnOff on={field.active} />
                        <Button
                          variant="default"
                          h={44}
                          aria-label={`${acts.edit} ${field.name}`}
                          onClick={() => setEdited(field)}
                        >
                          {acts.edit}
                        </Button>
                      </Group>
                    }
                    under={[
                      profiles.groups[field.group],
                      words.kinds[field.kind],
                      field.sensitive && words.sensitive,
                    ].map((part) => part || null)}
                  >
                    <Text size="sm">{field.purpose}</Text>
                  </Entry>
                ))}
              </Stack>
            </Card>
          )
        }
      </Loaded>
      <Modal
        opened={edited !== undefined}
        onClose={() => setEdited(undefined)}
        title={edited === 'new' ? words.add : words.edit}
      >
        <ProfileFieldForm field={edited === 'new' ? undefined : edited} onClose={() => setEdited(undefined)} />
      </Modal>
    </Page>
  )
}
