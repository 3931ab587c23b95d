import { Skeleton, Stack, Text, Title } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ParamSources } from '../../../../shared/message-templates.ts'
import { formatVnd } from '../../../../shared/money.ts'
import type { MessageField } from '../../../../shared/notifications.ts'
import type { TemplateDetail } from '../../answers.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { useWords } from '../../words/words.ts'
import { ParamInput } from './param-input.tsx'

type Props = {
  of: UseQueryResult<TemplateDetail>
  isChosen: boolean
  fields: MessageField[]
  sources: ParamSources
  problemOf: (param: string) => string | undefined
  onChange: (param: string, source: string) => void
}

/** Where each thing comes from that the chosen template asks for. */
export function ParamInputs({ of, isChosen, fields, sources, problemOf, onChange }: Props) {
  const words = useWords().templates
  return (
    <Stack gap={12}>
      <Title order={3}>{words.params}</Title>
      {isChosen ? (
        <Loaded of={of} skeleton={<Skeleton h={160} />}>
          {({ params, priceByPhoneVnd, priceByUserVnd, priceVnd }) => (
            <>
              <Text size="sm" c="dimmed">
                {words.price(formatVnd(priceByPhoneVnd ?? priceVnd ?? 0), formatVnd(priceByUserVnd ?? priceVnd ?? 0))}
              </Text>
              {params.length === 0 && <Text size="sm">{words.noParams}</Text>}
              {params.map((param) => (
                <ParamInput
                  key={param.name}
                  param={param}
                  fields={fields}
                  source={sources[param.name] ?? ''}
                  problem={problemOf(param.name)}
                  onChange={(source) => onChange(param.name, source)}
                />
              ))}
            </>
          )}
        </Loaded>
      ) : (
        <Text size="sm">{words.chooseFirst}</Text>
      )}
    </Stack>
  )
}
