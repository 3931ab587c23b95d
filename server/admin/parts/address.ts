import { useSearchParams } from 'react-router'

/** State that lives in the address, so that a link or the back button brings it back. */
export function useAddress() {
  const [params, setParams] = useSearchParams()
  const get = (name: string) => params.get(name) ?? ''
  const set = (changes: Record<string, string | number | undefined>, replace = false) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before)
        for (const [name, value] of Object.entries(changes)) {
          if (value) after.set(name, String(value))
          else after.delete(name)
        }
        return after
      },
      { replace },
    )
  return { get, set, offset: Number(get('offset')) || 0 }
}

/** Opens a customer beside whatever is on the screen. */
export function useCustomerBeside() {
  const { get, set } = useAddress()
  return {
    customerId: get('customer'),
    open: (id: string) => set({ customer: id }),
    close: () => set({ customer: undefined }),
  }
}
