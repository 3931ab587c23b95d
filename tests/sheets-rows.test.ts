import { describe, expect, test } from 'vitest'
import { numberIn, vndIn } from '../server/imports/amounts.ts'
import { dayIn, orderOf } from '../server/imports/days.ts'
import { formula, openSheets, serial, workbook } from './support/sheets.ts'

test('days are read in every usual form, and 31/02 is none', () => {
  const days = [
    '31/12/2026',
    '31-12-26',
    '2026-12-31',
    '31.12.2026 14:05',
    '12/31/2026',
    '46387',
    '31 tháng 12 năm 2026',
    'Ngày 31 tháng 12 năm 2026',
    '20261231',
    'Thứ Năm, 31/12/2026',
    '14:05 31/12/2026',
    '31/12/2026 2:05 CH',
  ]
  for (const text of days)
    expect([text, dayIn(text, 'dmy')]).toEqual([text, expect.objectContaining({ year: 2026, month: 12, date: 31 })])
  expect(dayIn('31.12.2026 14:05', 'dmy')?.minute).toBe(845)
  expect(dayIn('31/12/2026 2:05 CH', 'dmy')?.minute).toBe(845)
  for (const text of ['31/02/2026', '30/2/2024', '29/02/2025', '0/1/2026', '13/13/2026', 'hôm qua', '2026', ''])
    expect([text, dayIn(text, 'dmy')]).toEqual([text, undefined])
  expect(dayIn('05/04/2026', 'dmy')).toMatchObject({ month: 4, date: 5, swapped: false })
  expect(dayIn('12/31/2026', 'dmy')).toMatchObject({ month: 12, swapped: true })
  expect([orderOf(['05/04/2026', '12/31/2026']), orderOf(['05/04/2026', '12/31/2026', '31/12/2026'])]).toEqual([
    'mdy',
    'dmy',
  ])
})

test('sums are read in every usual form', () => {
  const sums: [string, number | undefined][] = [
    ...([
      ['1.250.000 đ', 1_250_000],
      ['1250000.00', 1_250_000],
      ['1,250,000', 1_250_000],
      ['1.250.000,00', 1_250_000],
    ] as [string, number][]),
    ...([
      ['150k', 150_000],
      ['85,000', 85_000],
      ['0', 0],
      ['120 000 VND', 120_000],
    ] as [string, number][]),
    ...([
      ['-5', undefined],
      ['hai', undefined],
      ['', undefined],
      ['1..2', undefined],
      ['2000000000', undefined],
    ] as [string, undefined][]),
  ]
  for (const [text, vnd] of sums) expect([text, vndIn(text)]).toEqual([text, vnd])
  expect([vndIn('29.33', 25_000), vndIn('1,029.5', 25_000), numberIn('29.333', true)]).toEqual([
    733_250, 25_737_500, 29.333,
  ])
})

describe('what is wrong in a row is told with why', () => {
  const verdicts = async (file: string | Buffer, kind: 'customers' | 'sales' = 'customers') =>
    (await (await openSheets()).send(file, { kind })).body.rows.map(({ line, state, why }: Record<string, unknown>) => [
      line,
      state,
      why,
    ])

  test('phones: moved prefixes are mended, dead, missing and doubled ones told', async () => {
    const rows = [
      'An,01681234567',
      'Bình,0236 111 2222',
      'Cúc,',
      'Dũng,0381234568',
      'Em,912345678',
      'Gia,0987654321 / 0912000111',
      'Hà,123',
    ]
    expect(await verdicts(`Tên,Điện thoại\n${rows.join('\n')}`)).toEqual([
      ...[
        [2, 'mended', 'phone_moved'],
        [3, 'wrong', 'phone'],
        [4, 'wrong', 'no_phone'],
        [5, 'ok', null],
      ],
      ...[
        [6, 'ok', null],
        [7, 'mended', 'phone_first'],
        [8, 'wrong', 'phone'],
      ],
    ])
    expect(await verdicts('Tên,Điện thoại\nAn,01681234567\nBình,+84 381 234 567')).toEqual([
      [2, 'mended', 'phone_moved'],
      [3, 'wrong', 'doubled'],
    ])
  })

  test('a birthday that never was is left empty and told; a sale on such a day stays out', async () => {
    expect(await verdicts('Tên,Điện thoại,Ngày sinh\nAn,0912345678,31/02/1990\nBa,0912345679,29/02')).toEqual([
      [2, 'mended', 'birthday_left'],
      [3, 'ok', null],
    ])
    const sales = [
      'HD1,31/02/2026,Sáp,1,85.000',
      'HD2,20/11/2027,Sáp,1,85.000',
      'HD3,20/11/2026,Sáp,hai,85.000',
      'HD4,20/11/2026,Sáp,1,',
      ',,Tổng cộng,,85.000',
      'HD5,20/11/2026,Sáp,"0,5",85.000',
    ]
    expect(await verdicts(`Mã hóa đơn,Thời gian,Tên hàng,Số lượng,Đơn giá\n${sales.join('\n')}`, 'sales')).toEqual([
      ...[
        [2, 'wrong', 'at'],
        [3, 'wrong', 'future'],
        [4, 'wrong', 'quantity'],
        [5, 'wrong', 'price'],
        [6, 'wrong', 'total'],
      ],
      [7, 'mended', 'quantity_folded'],
    ])
  })

  test('a sale of which one row cannot be stays out whole, and so does one whose rows stand apart', async () => {
    const rows = [
      'HD1,20/11/2026,Sáp,1,85.000',
      'HD1,20/11/2026,Lược,x,5.000',
      'HD2,20/11/2026,Sáp,1,85.000',
      'HD3,20/11/2026,Sáp,1,85.000',
      'HD2,20/11/2026,Lược,1,5.000',
    ]
    expect(await verdicts(`Mã hóa đơn,Thời gian,Tên hàng,Số lượng,Đơn giá\n${rows.join('\n')}`, 'sales')).toEqual([
      ...[
        [2, 'wrong', 'order_partly'],
        [3, 'wrong', 'quantity'],
        [4, 'wrong', 'scattered'],
        [5, 'ok', null],
        [6, 'wrong', 'scattered'],
      ],
    ])
  })

  test('a formula counts by what Excel reckoned; one that nobody reckoned is told, and in a CSV it is words', async () => {
    const rows = [
      ['Tên', 'Điện thoại'],
      ['An', formula('0912345678')],
      ['Bình', formula()],
      [{ xml: 't="e"><v>#REF!</v>' }, '0912345670'],
    ]
    expect(await verdicts(workbook(rows))).toEqual([
      [2, 'ok', null],
      [3, 'wrong', 'formula'],
      [4, 'wrong', 'formula'],
    ])
    const { send } = await openSheets()
    const { body } = await send('Tên,Điện thoại\n"=HYPERLINK(""http://x"")",0912345678')
    expect(body.rows[0].cells[0]).toBe('=HYPERLINK("http://x")')
  })

  test('merged cells of a sale are those of each of its rows; days are kept as numbers', async () => {
    const { send } = await openSheets()
    const rows = [
      ['Mã hóa đơn', 'Thời gian', 'Khách hàng', 'Điện thoại', 'Tên hàng', 'Số lượng', 'Đơn giá'],
      ['HD1', serial(46_346.5), 'Hoa', { xml: '><v>9.87654321E8</v>' }, 'Kem', '2', '150000'],
      ['', '', '', '', 'Lược', '1', '35000'],
    ]
    const merges = ['A2:A3', 'B2:B3', 'C2:C3', 'D2:D3']
    const { body } = await send(workbook(rows, { merges }), { kind: 'sales' })
    expect(body).toMatchObject({ counts: { ok: 2 }, outlook: { orders: 1, totalVnd: 335_000, people: 1 } })
  })
})
