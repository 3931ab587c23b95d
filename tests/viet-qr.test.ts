import fc from 'fast-check'
import { QRPay } from 'vietnam-qr-pay'
import { expect, test } from 'vitest'
import { newMemo } from '../server/payments/memo.ts'
import { crcOf, vietQr } from '../server/payments/viet-qr.ts'
import { banks } from '../shared/banks.ts'

const names = fc.oneof(
  fc.constantFrom('Nguyễn Thị Ánh Đào', 'TIEM TOC MAY', 'Công ty TNHH Một Thành Viên Thương Mại Đà Nẵng'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
)
const wishes = fc.record({
  bin: fc.constantFrom(...Object.keys(banks)),
  accountNo: fc.stringMatching(/^[0-9A-Za-z]{6,19}$/),
  holder: names,
  amountVnd: fc.integer({ min: 1, max: 1_000_000_000 }),
  memo: fc.constant(0).map(newMemo),
})

test('whatever is put into a code, an independent reader finds again', () => {
  fc.assert(
    fc.property(wishes, (wish) => {
      const read = new QRPay(vietQr(wish))
      expect(read.isValid).toBe(true)
      expect(read.consumer).toEqual({ bankBin: wish.bin, bankNumber: wish.accountNo })
      expect(read.amount).toBe(String(wish.amountVnd))
      expect(read.additionalData.purpose).toBe(wish.memo)
      expect(read.merchant.name ?? '').toMatch(/^[A-Z0-9 .-]{0,25}$/)
    }),
    { numRuns: 500 },
  )
})

test('the name of who is paid stands in capitals without tone marks', () => {
  const wish = { bin: '970436', accountNo: '0123456789', amountVnd: 1, memo: 'KQABCDEFGH' }
  expect(new QRPay(vietQr({ ...wish, holder: 'Đặng Thị Ngọc Ánh' })).merchant.name).toBe('DANG THI NGOC ANH')
})

test('the checksum is the one that others reckon', () => {
  expect(crcOf('123456789')).toBe('29B1') // the check value of CRC-16/CCITT-FALSE
  const published =
    '00020101021238530010A0000007270123000697041601092576788590208QRIBFTTA5303704540410005802VN62150811Chuyen tien6304'
  expect(crcOf(published)).toBe('BBB8') // the example of the reader's own handbook
})

test('a code with one sign changed is no code', () => {
  const code = vietQr({ bin: '970436', accountNo: '0123456789', holder: 'A', amountVnd: 150_000, memo: 'KQABCDEFGH' })
  expect(new QRPay(code.replace('150000', '950000')).isValid).toBe(false)
})
