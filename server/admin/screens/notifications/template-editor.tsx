import { Button, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { lintLayout } from '../../../../shared/layout-lint.ts'
import { misfits, type ParamSources } from '../../../../shared/message-templates.ts'
import type { IntentTemplateChange } from '../../../../shared/messaging.ts'
import type { IntentTemplate, Template, TemplateDetail } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { Card } from '../../parts/card.tsx'
import { useDraft } from '../../parts/draft.ts'
import { Form } from '../../parts/form.tsx'
import { useWords } from '../../words/words.ts'
import { CopyWords } from './copy-words.tsx'
import { LayoutEditor } from './layout-editor.tsx'
import { ParamInputs } from './param-inputs.tsx'
import css from './preview.module.css'
import { Preview } from './preview.tsx'
import { TemplateRatings } from './template-ratings.tsx'
import { TemplateSelect } from './template-select.tsx'
import { faultsAt, misfitAt } from './template-words.ts'
import { Trial } from './trial.tsx'

type Props = { chosen: IntentTemplate; templates: Template[] }

/** Which template says a message, what fills it, and its words, judged by Zalo's rules while one types. */
export function TemplateEditor({ chosen, templates }: Props) {
  const words = useWords()
  const { intent, fields } = chosen
  const [trying, { open, close }] = useDisclosure(false)
  const save = useAct(
    (json: IntentTemplateChange) => answerOf(api.intents[':intent'].$put({ param: { intent }, json })),
    { said: () => words.templates.saved(words.messages.intent[intent]) },
  )
  const { values, set } = useDraft(
    { templateId: chosen.templateId ?? '', params: chosen.params as ParamSources, layout: chosen.layout },
    save.error,
  )
  const change: typeof set = (field, value) => {
    save.reset() // what the server said was about the words before
    set(field, value)
  }
  const { templateId, layout } = values
  const detail = useQuery({
    queryKey: ['template', templateId],
    queryFn: () => answerOf(api.templates[':id'].$get({ param: { id: templateId } })),
    enabled: templateId !== '',
    staleTime: 60_000,
  })
  const sources = sourcesOf(detail.data?.params ?? [], values.params, fields)
  const faults = lintLayout(intent, layout)
  const unfit = misfits(intent, detail.data?.params ?? [], sources)
  const refusedAt = (where: string) => (save.error?.field === where ? save.error.message : undefined)
  const submit = () => save.mutate({ templateId, params: withoutEmpty(sources), layout })
  return (
    <SimpleGrid cols={{ base: 1, lg: 2 }} spacing={16}>
      <Card>
        <Form onSubmit={submit} busy={save.isPending}>
          <TemplateSelect
            templates={templates}
            value={templateId}
            error={refusedAt('templateId')}
            onChange={(id) => change('templateId', id)}
          />
          <ParamInputs
            of={detail}
            isChosen={templateId !== ''}
            fields={fields}
            sources={sources}
            problemOf={(param) => misfitAt(unfit, param) ?? refusedAt(`params.${param}`)}
            onChange={(param, source) => change('params', { ...values.params, [param]: source })}
          />
          <Stack gap={4}>
            <Title order={3}>{words.templates.words}</Title>
            <Text size="sm" c="dimmed">
              {words.templates.wordsWhy}
            </Text>
          </Stack>
          <LayoutEditor
            layout={layout}
            fields={fields}
            problemsAt={(where) => {
              const refused = refusedAt(`layout.${where}`)
              const found = faultsAt(faults, where)
              return refused && !found.includes(refused) ? [...found, refused] : found
            }}
            onChange={(next) => change('layout', next)}
          />
        </Form>
      </Card>
      <Stack gap={12} className={css.beside}>
        <Preview intent={intent} layout={layout} />
        <Group gap={8}>
          <CopyWords layout={layout} />
          <Button variant="default" disabled={!detail.data} onClick={open}>
            {words.templates.trial}
          </Button>
        </Group>
        {detail.data && <TemplateRatings ratings={detail.data.ratings} />}
        {detail.data && (
          <Trial opened={trying} onClose={close} intent={intent} template={detail.data} sources={sources} />
        )}
      </Stack>
    </SimpleGrid>
  )
}

/** A parameter named as a field comes from that field until somebody says otherwise. */
function sourcesOf(params: TemplateDetail['params'], given: ParamSources, fields: readonly string[]): ParamSources {
  const usual = (name: string) => (fields.includes(name) ? `<${name}>` : '')
  return Object.fromEntries(params.map(({ name }) => [name, given[name] ?? usual(name)]))
}

const withoutEmpty = (sources: ParamSources): ParamSources =>
  Object.fromEntries(Object.entries(sources).filter(([, source]) => source.trim() !== ''))
