import { useState } from 'react'
import { newId } from '../../../../shared/ids.ts'
import type { Service } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { useDraft } from '../../parts/draft.ts'
import { Form } from '../../parts/form.tsx'
import { useWords } from '../../words/words.ts'
import { ServiceBasics } from './service-basics.tsx'
import { type ServiceValues, serviceOf, valuesOf } from './service-draft.ts'
import { ServiceSections } from './service-sections.tsx'

type Props = { service: Service | undefined; categories: string[]; onClose: () => void }

/** What every service has is in sight; what some have lies in sections that say in a line what is in them. */
export function ServiceForm({ service, categories, onClose }: Props) {
  const words = useWords()
  const [id] = useState(newId)
  const save = useAct(
    (values: ServiceValues) => {
      const json = serviceOf(values)
      return service
        ? answerOf(api.services[':id'].$put({ param: { id: service.id }, json }))
        : answerOf(api.services.$post({ json: { id, ...json } }))
    },
    { said: (_, { name }) => words.services.saved(name), done: onClose },
  )
  const draft = useDraft<ServiceValues>(valuesOf(service), save.error)
  const { everybody, doneBy } = draft.values
  return (
    <Form onSubmit={() => save.mutate(draft.values)} busy={save.isPending} blocked={!everybody && doneBy.length === 0}>
      <ServiceBasics draft={draft} categories={categories} />
      <ServiceSections draft={draft} problem={save.error} />
    </Form>
  )
}
