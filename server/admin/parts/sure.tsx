import { Modal, Text } from '@mantine/core'
import { Form } from './form.tsx'

type Props = {
  opened: boolean
  title: string
  why: string
  doIt: string
  busy: boolean
  onDo: () => void
  onClose: () => void
}

/** Asks once more before something that cannot be taken back. */
export const Sure = ({ opened, title, why, doIt, busy, onDo, onClose }: Props) => (
  <Modal opened={opened} onClose={onClose} title={title}>
    <Form onSubmit={onDo} busy={busy} submit={doIt} onCancel={onClose}>
      <Text size="sm">{why}</Text>
    </Form>
  </Modal>
)
