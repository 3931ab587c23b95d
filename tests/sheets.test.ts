import { describe, expect, test } from 'vitest'
import { openSheets, workbook } from './support/sheets.ts'

const head = 'Mã khách hàng,Tên khách hàng,Điện thoại,Ngày sinh,Giới tính,Địa chỉ,Nhóm khách hàng,Ghi chú,Tổng bán'

describe('a sheet is read whatever wrote it', () => {
  const text = 'Tên;Điện thoại\nNguyễn Văn Hùng;0912345678\nĐỗ Thị Hường;0987654321'
  const abc = Buffer.from(
    'T\xaan;\xa7i\xd6n tho\xb9i\nNguy\xd4n V\xa8n H\xefng;0912345678\n\xa7\xe7 Th\xde H\xad\xeang;0987654321',
    'latin1',
  )
  const vni = Buffer.from(
    'Te\xe2n;\xd1ie\xe4n thoa\xefi\nNguye\xe3n Va\xean Hu\xf8ng;0912345678\n\xd1o\xe3 Th\xf2 H\xf6\xf4\xf8ng;0987654321',
    'latin1',
  )
  const w1258 = Buffer.from(
    'T\xean;\xd0i\xea\xf2n thoa\xf2i\nNguy\xea\xden V\xe3n Hu\xccng;0912345678\n\xd0\xf4\xde Thi\xf2 H\xfd\xf5\xccng;0987654321',
    'latin1',
  )
  const swapped = Buffer.from(text, 'utf16le').swap16()
  const files: [string, Buffer, string][] = [
    ['UTF-8', Buffer.from(text), 'unicode'],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`), 'unicode'],
    ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]), 'unicode'],
    ['UTF-16, the other way round', Buffer.concat([Buffer.from([0xfe, 0xff]), swapped]), 'unicode'],
    ['UTF-16 without a mark', Buffer.from(text.repeat(3), 'utf16le'), 'unicode'],
    ['TCVN3', abc, 'tcvn3'],
    ['VNI', vni, 'vni'],
    ['Windows-1258', w1258, 'windows_1258'],
    ['tabs', Buffer.from(text.replaceAll(';', '\t')), 'unicode'],
    ['commas', Buffer.from(text.replaceAll(';', ',')), 'unicode'],
    ['letters taken apart', Buffer.from(text.normalize('NFD')), 'unicode'],
    ['Excel', workbook(text.split('\n').map((row) => row.split(';'))), 'unicode'],
    [
      'Excel in an old font',
      workbook([
        ['Tªn', '§iÖn tho¹i'],
        ['NguyÔn V¨n Hïng', '0912345678'],
        ['§ç ThÞ H­êng', '0987654321'],
      ]),
      'tcvn3',
    ],
  ]
  test.each(files)('%s', async (_, file, encoding) => {
    const { send } = await openSheets()
    const { status, body } = await send(file)
    expect([status, body.settings.encoding, body.counts.ok >= 2]).toEqual([201, encoding, true])
    const names = body.rows.slice(0, 2).map(({ cells }: { cells: string[] }) => cells[body.columns.name])
    expect(names).toEqual(['Nguyễn Văn Hùng', 'Đỗ Thị Hường'])
  })

  test('whoever knows better chooses the letters, and the sheet is read by them', async () => {
    const { send, owner } = await openSheets()
    const { body } = await send(Buffer.from('Tên,Điện thoại\nAn,0912345678'))
    const { settings, columns, kind, id } = body
    const changed = await owner('PUT', `/batches/${id}`, { ...settings, kind, columns, encoding: 'vni' })
    expect([changed.status, changed.body.settings.encoding]).toEqual([200, 'vni'])
  })

  test('what is no table says so with its field', async () => {
    const { send } = await openSheets()
    const why = async (file: Buffer) => (await send(file)).body
    expect(await why(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))).toMatchObject({
      status: 400,
      field: 'file',
      detail: /xls/ as never,
    })
    for (const bad of [Buffer.from('PK\x03\x04'), Buffer.alloc(0), Buffer.from(' \n \n')])
      expect(await why(bad)).toMatchObject({ status: 400, field: 'file' })
    const huge = await send(Buffer.alloc(31 * 1024 * 1024, 'a'))
    expect([huge.status, huge.body.code]).toEqual([413, 'too_large'])
  })

  test('a million empty rows cost nothing and are no rows', async () => {
    const { send } = await openSheets()
    const more = Array.from({ length: 1_000_000 }, (_, i) => `<row r="${i + 3}"/>`).join('')
    const { body } = await send(
      workbook(
        [
          ['Tên', 'Điện thoại'],
          ['An', '0912345678'],
        ],
        { more },
      ),
    )
    expect([body.total, body.counts.ok]).toEqual([1, 1])
    const csv = await send(`Tên,Điện thoại\nAn,0912345678\n${',\n'.repeat(1_000_000)}`)
    expect([csv.body.total, csv.body.counts.ok]).toEqual([1, 1])
  })
})

describe('columns are known by their heads, or by what stands in them', () => {
  const guess = async (csv: string, kind: 'customers' | 'sales') =>
    (await (await openSheets()).send(csv, { kind })).body.columns
  test('KiotViet, Sapo, without tone marks, below a title, and without a head', async () => {
    const kiotViet = { code: 0, name: 1, phone: 2, birthday: 3, tags: 6, note: 7 }
    expect(await guess(`${head}\nKH1,An,0912345678,,,,,,`, 'customers')).toMatchObject(kiotViet)
    expect(await guess(`DANH SÁCH KHÁCH HÀNG,,\n,,\n${head}\nKH1,An,0912345678,,,,,,`, 'customers')).toMatchObject(
      kiotViet,
    )
    expect(await guess('Họ tên,Số điện thoại,Email,Tổng chi tiêu\nAn,0912345678,,', 'customers')).toMatchObject({
      name: 0,
      phone: 1,
    })
    expect(await guess('ho ten;so dt;sinh nhat\nAn;0912345678;', 'customers')).toMatchObject({
      name: 0,
      phone: 1,
      birthday: 2,
    })
    expect(await guess('Nguyễn An;0912345678;01/02/1990\nLê Bình;0987654321;', 'customers')).toMatchObject({
      name: 0,
      phone: 1,
    })
    const sales =
      'Mã hóa đơn,Thời gian,Khách hàng,Điện thoại,Tên hàng,Số lượng,Đơn giá,Giảm giá,Khách cần trả\nHD1,1/2/2026,,,x,1,1000,,'
    const found = { number: 0, at: 1, customer: 2, phone: 3, product: 4, quantity: 5, price: 6, discount: 7, amount: 8 }
    expect(await guess(sales, 'sales')).toMatchObject(found)
  })
})
