import { Select, Textarea, TextInput } from '@mantine/core'
import { useRef } from 'react'
import { newId } from '../../../../shared/ids.ts'
import { formatNumber } from '../../../../shared/money.ts'
import type { NewCodes } from '../../../../shared/offer-codes.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { CountInput } from '../../parts/amounts.tsx'
import { useDraft } from '../../parts/draft.ts'
import { Form } from '../../parts/form.tsx'
import { useWords } from '../../words/words.ts'

type Kind = NewCodes['kind']
type Values = { kind: Kind; code: string; most: number | ''; count: number | ''; label: string; list: string }
const nothing: Values = { kind: 'shared', code: '', most: '', count: 100, label: '', list: '' }

const linesOf = (list: string) => list.split(/[\n,;\t]+/).filter((code) => code.trim() !== '')

function wishOf(id: string, { kind, code, most, count, label, list }: Values): NewCodes {
  if (kind === 'shared') return { id, kind, code, most: most || null }
  return kind === 'generated' ? { id, kind, count: count || 0, label } : { id, kind, codes: linesOf(list), label }
}

/** One code for all, many new ones, or a list of a partner. */
export function AddCodes({ offerId, onClose }: { offerId: string; onClose: () => void }) {
  const { codes, offers } = useWords()
  const id = useRef(newId())
  const add = useAct(
    (values: Values) =>
      answerOf(api.offers[':id'].codes.$post({ param: { id: offerId }, json: wishOf(id.current, values) })),
    { said: ({ codes: n }) => codes.added(formatNumber(n)), done: onClose },
  )
  const draft = useDraft<Values>(nothing, add.error)
  const { kind, code, count, label, list } = draft.values
  const isReady = kind === 'shared' ? code.trim() : label.trim() && (kind === 'generated' ? count : list.trim())
  // The server names the line that is wrong: `codes.3`.
  const listError = add.error?.field?.startsWith('codes')
    ? `${linesOf(list)[Number(add.error.field.split('.')[1])] ?? ''}: ${add.error.message}`
    : undefined
  return (
    <Form
      onSubmit={() => add.mutate(draft.values)}
      busy={add.isPending}
      blocked={!isReady}
      submit={codes.doIt}
      onCancel={onClose}
    >
      <Select
        label={codes.kind}
        allowDeselect={false}
        data={Object.entries(codes.kinds).map(([value, text]) => ({ value, label: text }))}
        value={kind}
        onChange={(chosen) => draft.set('kind', chosen as Kind)}
      />
      {kind === 'shared' ? (
        <>
          <TextInput label={codes.code} description={codes.codeHint} maxLength={40} {...draft.text('code')} />
          <CountInput
            label={codes.most}
            placeholder={offers.noLimit}
            suffix={offers.turns}
            max={1_000_000}
            {...draft.number('most')}
          />
        </>
      ) : (
        <>
          {kind === 'generated' ? (
            <CountInput label={codes.count} suffix={codes.countUnit} min={1} max={2000} {...draft.number('count')} />
          ) : (
            <Textarea
              label={codes.list}
              description={codes.codeHint}
              rows={5}
              {...draft.text('list')}
              error={listError}
            />
          )}
          <TextInput label={codes.label} description={codes.labelHint} maxLength={60} {...draft.text('label')} />
        </>
      )}
    </Form>
  )
}
