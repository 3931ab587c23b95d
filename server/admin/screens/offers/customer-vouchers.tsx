import { Button, Modal, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Voucher } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { Entry } from '../../parts/entry.tsx'
import { Form } from '../../parts/form.tsx'
import { useFormats } from '../../parts/formats.ts'
import { Tag, type Tone } from '../../parts/tag.tsx'
import { useMay } from '../../session.ts'
import { shopNow } from '../../shop-clock.ts'
import { useWords } from '../../words/words.ts'
import { givesOf } from './gives.ts'
import { spoken } from './voucher-code.ts'

const tones: Partial<Record<Voucher['voucher']['state'], Tone>> = { open: 'good', used: 'brand', voided: 'bad' }

/** Every voucher a customer ever had, newest first; one that is open can be taken back. */
export function CustomerVouchers({ vouchers }: { vouchers: Voucher[] }) {
  const words = useWords()
  const [taking, setTaking] = useState<Voucher['voucher']>()
  if (vouchers.length === 0) return <Text size="sm">{words.vouchers.empty}</Text>
  return (
    <>
      {vouchers.map((each) => (
        <VoucherLine key={each.voucher.id} of={each} onTake={() => setTaking(each.voucher)} />
      ))}
      {taking && <TakeBack voucher={taking} onClose={() => setTaking(undefined)} />}
    </>
  )
}

function VoucherLine({ of: { voucher, offer }, onTake }: { of: Voucher; onTake: () => void }) {
  const words = useWords()
  const may = useMay()
  const { date, dayAt, stamp } = useFormats()
  const { validFrom, expiresAt, endedAt, reason } = voucher
  const isOver = voucher.state === 'open' && expiresAt !== null && Date.parse(expiresAt) <= shopNow()
  const state = isOver ? 'lapsed' : voucher.state
  const isOpen = state === 'open'
  const isLater = Date.parse(validFrom) > shopNow()
  return (
    <Entry
      title={voucher.name}
      value={<Tag tone={tones[state]}>{words.vouchers.states[state]}</Tag>}
      under={[
        givesOf(offer, words),
        isOpen && isLater ? words.vouchers.fromDay(date(dayAt(validFrom))) : undefined,
        // It can be used before this instant, so the day before is the last.
        isOpen && expiresAt ? words.vouchers.until(date(dayAt(lastInstant(expiresAt)))) : undefined,
        endedAt && stamp(endedAt),
        reason,
      ]}
    >
      <Text size="sm" fw={600} style={{ letterSpacing: 1 }}>
        {spoken(voucher.code)}
      </Text>
      {isOpen && may('manager') && (
        <Button variant="default" size="xs" my={4} onClick={onTake}>
          {words.vouchers.takeBack}
        </Button>
      )}
    </Entry>
  )
}

const lastInstant = (end: string) => new Date(Date.parse(end) - 1).toISOString()

function TakeBack({ voucher, onClose }: { voucher: Voucher['voucher']; onClose: () => void }) {
  const words = useWords()
  const [reason, setReason] = useState('')
  const take = useAct(() => answerOf(api.vouchers[':id'].void.$post({ param: { id: voucher.id }, json: { reason } })), {
    said: () => words.vouchers.takenBack(voucher.name),
    done: onClose,
  })
  return (
    <Modal opened onClose={onClose} title={words.vouchers.takeBackTitle(voucher.name)}>
      <Form
        onSubmit={() => take.mutate(undefined)}
        busy={take.isPending}
        submit={words.vouchers.takeBack}
        blocked={!reason.trim()}
        onCancel={onClose}
      >
        <Text size="sm">{words.vouchers.takeBackWhy}</Text>
        <TextInput
          label={words.fields.reason}
          value={reason}
          maxLength={200}
          data-autofocus
          onChange={(event) => setReason(event.currentTarget.value)}
          error={take.error?.field ? take.error.message : undefined}
        />
      </Form>
    </Modal>
  )
}
