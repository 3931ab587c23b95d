import { Kbd } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useCustomerBeside } from '../../parts/address.ts'
import { useWords } from '../../words/words.ts'
import { CustomerCombobox } from './customer-combobox.tsx'

/** The search of every page; `/` leads to it. */
export function FindCustomer() {
  const words = useWords()
  const { open } = useCustomerBeside()
  const [typed, setTyped] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useHotkeys([['/', () => field.current?.focus()]])
  return (
    <CustomerCombobox
      ref={field}
      value={typed}
      onChange={setTyped}
      onPick={({ id }) => {
        setTyped('')
        field.current?.blur()
        open(id)
      }}
      w="100%"
      maw={440}
      aria-label={words.customers.searchShort}
      placeholder={words.customers.search}
      leftSection={<IconSearch size={18} aria-hidden />}
      rightSection={<Kbd visibleFrom="sm">/</Kbd>}
    />
  )
}
