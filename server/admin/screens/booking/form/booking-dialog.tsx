import { Modal } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useWords } from '../../../words/words.ts'
import { BookingForm } from './booking-form.tsx'

/** What is known before anything is typed: where on the calendar somebody touched. */
export type Prefilled = { day: string; staffId?: string; startsAt?: string }

type Props = { prefilled: Prefilled | undefined; staff: { id: string; name: string }[]; onClose: () => void }

export function BookingDialog({ prefilled, staff, onClose }: Props) {
  const words = useWords()
  const onPhone = useMediaQuery('(max-width: 47.99em)')
  return (
    <Modal opened={prefilled !== undefined} onClose={onClose} title={words.form.title} size={640} fullScreen={onPhone}>
      {prefilled && <BookingForm prefilled={prefilled} staff={staff} onClose={onClose} />}
    </Modal>
  )
}
