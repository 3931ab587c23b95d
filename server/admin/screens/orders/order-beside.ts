import { useAddress } from '../../parts/address.ts'

/** Opens an order over whatever is on the screen. */
export function useOrderBeside() {
  const { get, set } = useAddress()
  return {
    orderId: get('order'),
    open: (id: string) => set({ order: id }),
    openCustomer: (id: string) => set({ customer: id, order: undefined }),
    close: () => set({ order: undefined }),
  }
}
