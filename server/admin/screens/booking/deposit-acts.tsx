import { Button, Modal, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Visit } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { Form } from '../../parts/form.tsx'
import { useMay } from '../../session.ts'
import { useWords } from '../../words/words.ts'
import { TransferCode } from './transfer-code.tsx'
import { nameOf } from './visits.ts'

type Asking = 'waive' | 'deposit-code' | undefined
type Props = { visit: Visit; asking: string | undefined; onAsk: (asking: Asking) => void; onDone: () => void }

/** While a deposit is waited for: how to pay it, for who stands here or calls, and for who runs the shop to let it go. */
export function DepositActs({ visit, asking, onAsk, onDone }: Props) {
  const words = useWords().deposits
  const may = useMay()
  const param = { id: visit.id }
  const code = useAct(() => answerOf(api.bookings[':id'].deposit.$post({ param })), {
    done: () => onAsk('deposit-code'),
  })
  const close = () => onAsk(undefined)
  return (
    <>
      <Button variant="default" loading={code.isPending} onClick={() => code.mutate(undefined)}>
        {words.showCode}
      </Button>
      {may('manager') && (
        <Button variant="default" onClick={() => onAsk('waive')}>
          {words.waive}
        </Button>
      )}
      <Modal opened={asking === 'deposit-code'} onClose={close} title={words.codeTitle}>
        {code.data && <TransferCode transfer={code.data} />}
      </Modal>
      <Modal opened={asking === 'waive'} onClose={close} title={words.waiveTitle}>
        <WaiveForm visit={visit} onClose={close} onDone={onDone} />
      </Modal>
    </>
  )
}

function WaiveForm({ visit, onClose, onDone }: { visit: Visit; onClose: () => void; onDone: () => void }) {
  const words = useWords()
  const [reason, setReason] = useState('')
  const waive = useAct(
    () => answerOf(api.bookings[':id'].deposit.waive.$post({ param: { id: visit.id }, json: { reason } })),
    { said: () => words.deposits.waived(nameOf(visit, words)), done: onDone },
  )
  return (
    <Form
      onSubmit={() => waive.mutate(undefined)}
      busy={waive.isPending}
      submit={words.deposits.waive}
      blocked={!reason.trim()}
      onCancel={onClose}
    >
      <Text size="sm">{words.deposits.waiveWhy}</Text>
      <TextInput
        label={words.fields.reason}
        maxLength={200}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Form>
  )
}
