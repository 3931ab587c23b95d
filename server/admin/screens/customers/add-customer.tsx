import { Modal, TextInput } from '@mantine/core'
import { useRef } from 'react'
import { newId } from '../../../../shared/ids.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { useCustomerBeside } from '../../parts/address.ts'
import { useDraft } from '../../parts/draft.ts'
import { Form } from '../../parts/form.tsx'
import { useWords } from '../../words/words.ts'

export function AddCustomer({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const words = useWords()
  return (
    <Modal opened={opened} onClose={onClose} title={words.customers.add}>
      <AddCustomerForm onClose={onClose} />
    </Modal>
  )
}

function AddCustomerForm({ onClose }: { onClose: () => void }) {
  const words = useWords()
  const beside = useCustomerBeside()
  const id = useRef(newId())
  const add = useAct(
    ({ name, phone }: { name: string; phone: string }) =>
      answerOf(api.customers.$post({ json: { id: id.current, name, ...(phone.trim() ? { phone } : {}) } })),
    {
      said: ({ customer }) => words.customers.added(customer.name),
      done: ({ customer }) => {
        onClose()
        beside.open(customer.id)
      },
    },
  )
  const draft = useDraft({ name: '', phone: '' }, add.error)
  return (
    <Form onSubmit={() => add.mutate(draft.values)} busy={add.isPending}>
      <TextInput label={words.fields.name} data-autofocus {...draft.text('name')} />
      <TextInput label={`${words.fields.phone} (${words.fields.optional})`} type="tel" {...draft.text('phone')} />
    </Form>
  )
}
