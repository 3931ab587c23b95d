import { fold } from '../../shared/fold.ts'

type Wish = { bin: string; accountNo: string; holder: string; amountVnd: number; memo: string }

/** The code that a bank's app reads: EMVCo's merchant-presented QR with the fields that NAPAS gave it for VietQR. */
export function vietQr({ bin, accountNo, holder, amountVnd, memo }: Wish): string {
  const account = field('00', bin) + field('01', accountNo)
  const code =
    field('00', '01') +
    field('01', '12') + // good for one payment
    field('38', field('00', 'A000000727') + field('01', account) + field('02', 'QRIBFTTA')) +
    field('53', '704') + // đồng
    field('54', String(amountVnd)) +
    field('58', 'VN') +
    field('59', holderInCode(holder)) +
    field('62', field('08', memo)) +
    '6304'
  return code + crcOf(code)
}

/** A name as banks write it: capitals without tone marks. */
export const holderAtBank = (name: string) =>
  fold(name)
    .toUpperCase()
    .replace(/[^A-Z0-9 .-]/g, '')
    .replace(/\s+/g, ' ')
    .trim()

const holderInCode = (name: string) => holderAtBank(name).slice(0, 25).trim()

const field = (id: string, value: string) => (value ? id + String(value.length).padStart(2, '0') + value : '')

/** CRC-16/CCITT-FALSE over the code's bytes, which are ASCII. */
export function crcOf(code: string): string {
  let crc = 0xffff
  for (const char of code) {
    crc ^= char.charCodeAt(0) << 8
    for (let bit = 0; bit < 8; bit++) crc = ((crc << 1) ^ (crc & 0x8000 ? 0x1021 : 0)) & 0xffff
  }
  return crc.toString(16).toUpperCase().padStart(4, '0')
}
