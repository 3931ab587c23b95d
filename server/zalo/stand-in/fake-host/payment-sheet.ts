import type { SheetOrder } from '../h5.ts'
import { askStandIn } from './person.ts'
import { happen } from './window-around.ts'

/** The names under which Checkout knows its ways to pay, and what a person reads. */
const methods = {
  ZALOPAY_SANDBOX: 'ZaloPay',
  MOMO_SANDBOX: 'MoMo',
  COD_SANDBOX: 'Tiền mặt khi nhận (COD)',
  BANK_SANDBOX: 'Chuyển khoản ngân hàng',
}

const style = `
  dialog { inset: auto 0 0; box-sizing: border-box; width: 100%; max-width: none; max-height: 90%; margin: 0;
    padding: 24px 16px; border: 0; border-radius: 16px 16px 0 0; font: 16px/1.5 system-ui, sans-serif; color: #1c1917;
    background: #fff }
  dialog::backdrop { background: rgb(0 0 0 / .5) }
  h2 { margin: 0; font-size: 18px } p { margin: 0 0 8px } .sum { font-size: 24px; font-weight: 700 }
  ul { margin: 0 0 12px; padding: 0; list-style: none; color: #57534e }
  li { display: flex; justify-content: space-between; gap: 12px }
  fieldset { margin: 0 0 16px; padding: 0; border: 0 } legend { font-weight: 600 }
  label { display: flex; align-items: center; gap: 8px; min-height: 44px }
  form { display: grid; gap: 8px }
  button { min-height: 48px; border: 0; border-radius: 24px; font: inherit; font-weight: 600; cursor: pointer }
  button:focus-visible { outline: 3px solid #1c1917; outline-offset: 2px }
  .no { background: #e7e5e4; color: #1c1917 }
  .yes { background: #0a5fd7; color: #fff }`

/** The order of Checkout that the SDK wants to have paid, if that is what it opens. */
export function orderIn(address: string) {
  const url = new URL(address, location.href)
  return url.hostname === 'payment-mini.zalo.me' ? (url.searchParams.get('orderId') ?? undefined) : undefined
}

/** Checkout's sheet over the Mini App. What the person did there, the shop is told; the Mini App only that it closed. */
export async function payOnSheet(orderId: string) {
  const order = await askStandIn<SheetOrder>(`orders/${orderId}`)
  const { did, method } = await sheet(order)
  if (did !== 'leave') await askStandIn(`orders/${orderId}`, { method, resultCode: did === 'pay' ? 1 : -1 })
  happen('h5.event.webview.close', {})
}

const vnd = (amount: number) => `${amount.toLocaleString('vi-VN')} đ`

function sheet(order: SheetOrder) {
  const host = document.createElement('zalo-checkout')
  const root = host.attachShadow({ mode: 'open' })
  root.innerHTML = `<style>${style}</style>
    <dialog aria-labelledby="title">
      <h2 id="title">Thanh toán qua Zalo (giả lập)</h2><p class="what"></p><ul></ul><p class="sum"></p>
      <form method="dialog">
        <fieldset><legend>Cách trả</legend></fieldset>
        <button class="yes" value="pay">Trả tiền</button>
        <button class="no" value="fail">Thất bại</button>
        <button class="no" value="leave">Bỏ đi</button>
      </form>
    </dialog>`
  root.querySelector('.what')!.textContent = order.description
  root.querySelector('.sum')!.textContent = vnd(order.amount)
  root.querySelector('ul')!.append(...order.lines.map(lineOf))
  root.querySelector('fieldset')!.append(...waysOf(order).map(choiceOf))
  document.documentElement.append(host)
  const dialog = root.querySelector('dialog')!
  dialog.showModal()

  return new Promise<{ did: string; method: string }>((resolve) => {
    dialog.addEventListener('close', () => {
      const chosen = root.querySelector<HTMLInputElement>('input:checked')
      host.remove()
      resolve({ did: dialog.returnValue || 'leave', method: chosen?.value ?? '' })
    })
  })
}

const waysOf = ({ method }: SheetOrder): [id: string, name: string][] =>
  method ? [[method, methods[method as keyof typeof methods] ?? method]] : Object.entries(methods)

function lineOf({ name, amount }: SheetOrder['lines'][number]) {
  const line = document.createElement('li')
  line.append(
    ...[name, vnd(amount)].map((text) => Object.assign(document.createElement('span'), { textContent: text })),
  )
  return line
}

function choiceOf([id, name]: [string, string], index: number) {
  const label = document.createElement('label')
  const input = Object.assign(document.createElement('input'), { type: 'radio', name: 'method', value: id })
  input.checked = index === 0
  label.append(input, name)
  return label
}
