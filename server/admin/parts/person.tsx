import { Anchor, Text } from '@mantine/core'
import { displayPhone } from '../../../shared/phone.ts'
import { useCustomerBeside } from './address.ts'
import css from './person.module.css'

type Props = { customer: { id: string; name: string; phone?: string | null } }

/** A customer's name that opens the customer beside the page. */
export function Person({ customer }: Props) {
  const { open } = useCustomerBeside()
  return (
    <span>
      <Anchor
        className={css.name}
        component="button"
        type="button"
        fz="inherit"
        fw={500}
        ta="left"
        onClick={() => open(customer.id)}
      >
        {customer.name}
      </Anchor>
      {customer.phone && (
        <Text size="xs" c="dimmed">
          {displayPhone(customer.phone)}
        </Text>
      )}
    </span>
  )
}
