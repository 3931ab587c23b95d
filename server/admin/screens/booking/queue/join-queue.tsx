import { useRef, useState } from 'react'
import { newId } from '../../../../../shared/ids.ts'
import type { CustomerRow } from '../../../answers.ts'
import { answerOf, api } from '../../../api.ts'
import { useAct } from '../../../parts/act.tsx'
import { Form } from '../../../parts/form.tsx'
import { useWords } from '../../../words/words.ts'
import { useStaffMembers } from '../../catalog/use-staff-members.ts'
import { CustomerCombobox } from '../../customers/customer-combobox.tsx'
import { PartFields } from '../form/part-fields.tsx'
import { useServices } from '../form/use-services.ts'
import { emptyPart, wantedOf } from '../form/wanted.ts'

type Known = Pick<CustomerRow, 'id' | 'name'>
type Props = { serviceId?: string; customer?: Known; onDone: () => void }

/** A name to call out is enough; somebody known is found by it. */
export function JoinQueue({ serviceId = '', customer, onDone }: Props) {
  const words = useWords()
  const services = useServices()
  const staff = useStaffMembers()
  const id = useRef(newId())
  const [part, setPart] = useState({ ...emptyPart(0), serviceId })
  const [typed, setTyped] = useState(customer?.name ?? '')
  const [known, setKnown] = useState<Known | undefined>(customer)
  const wanted = wantedOf([part], 1)
  const name = typed.trim()
  const join = useAct(
    () => answerOf(api.queue.$post({ json: { ...wanted!, id: id.current, customerId: known?.id ?? null, name } })),
    { said: () => words.queue.joined(name), done: onDone },
  )
  return (
    <Form
      onSubmit={() => join.mutate(undefined)}
      busy={join.isPending}
      submit={words.queue.save}
      blocked={!wanted || !name}
    >
      <CustomerCombobox
        label={words.queue.name}
        value={typed}
        onChange={(text) => {
          setTyped(text)
          setKnown(undefined)
        }}
        onPick={(customer) => {
          setTyped(customer.name)
          setKnown(customer)
        }}
      />
      <PartFields
        {...{ part, services }}
        staff={(staff.data ?? []).filter(({ active }) => active)}
        onChange={setPart}
        removeLabel=""
      />
    </Form>
  )
}
