import { deflateRawSync } from 'node:zlib'
import { expect } from 'vitest'
import { newId } from '../../shared/ids.ts'
import { openTestShop, type TestShop, unlimited } from './shop.ts'

/** A shop whose owner takes sheets in. */
export async function openSheets(now = '2026-11-23T09:00:00+07:00') {
  const shop = await openTestShop({ now, configure: unlimited })
  const owner = await shop.staff('owner')
  return { ...shop, owner, send: sender(shop, owner.headers) }
}

type More = { id?: string; name?: string; kind?: 'customers' | 'sales'; channel?: string }

const sender =
  (shop: TestShop, headers: Record<string, string>) =>
  async (file: string | Buffer, more: More = {}) => {
    const query = new URLSearchParams({
      id: newId(),
      name: 'khach.csv',
      kind: 'customers',
      channel: 'KiotViet',
      ...more,
    })
    const answer = await shop.app.request(`/admin/api/batches?${query}`, {
      method: 'POST',
      headers,
      body: new Uint8Array(Buffer.from(file as Buffer)),
    })
    return { status: answer.status, body: await answer.json() }
  }

/** A cell as it stands in the file's XML, or its text. */
export type SheetCell = string | { xml: string }
export const serial = (value: number): SheetCell => ({ xml: `s="1"><v>${value}</v>` })
export const formula = (value?: string): SheetCell => ({
  xml: `><f>SUM(A1)</f>${value === undefined ? '' : `<v>${value}</v>`}`,
})

/** A workbook as Excel writes it; `more` is put in front of the rows' end, `merges` such as `A2:A3`. */
export function workbook(rows: SheetCell[][], { merges = [] as string[], more = '' } = {}): Buffer {
  const texts: string[] = []
  const cell = (value: SheetCell, ref: string) => {
    if (typeof value !== 'string') return `<c r="${ref}" ${value.xml}</c>`
    if (value === '') return ''
    texts.push(value)
    return `<c r="${ref}" t="s"><v>${texts.length - 1}</v></c>`
  }
  const data = rows.map(
    (cells, i) =>
      `<row r="${i + 1}">${cells.map((value, j) => cell(value, `${String.fromCharCode(65 + j)}${i + 1}`)).join('')}</row>`,
  )
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')
  const escaped = (text: string) => text.replace(/[&<>]/g, (letter) => `&#${letter.charCodeAt(0)};`)
  return zip({
    'xl/workbook.xml': '<workbook><sheets><sheet name="Trang 1" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    'xl/sharedStrings.xml': `<sst>${texts.map((text) => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>`,
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${data.join('')}${more}</sheetData><mergeCells>${merged}</mergeCells></worksheet>`,
  })
}

function zip(files: Record<string, string>): Buffer {
  const [parts, heads]: [Buffer[], Buffer[]] = [[], []]
  let at = 0
  for (const [name, text] of Object.entries(files)) {
    const [content, title] = [deflateRawSync(Buffer.from(text)), Buffer.from(name)]
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(8, 8)
    local.writeUInt16LE(title.length, 26)
    const head = Buffer.alloc(46)
    head.writeUInt32LE(0x02014b50, 0)
    head.writeUInt16LE(8, 10)
    head.writeUInt32LE(content.length, 20)
    head.writeUInt16LE(title.length, 28)
    head.writeUInt32LE(at, 42)
    parts.push(local, title, content)
    heads.push(head, title)
    at += 30 + title.length + content.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Object.keys(files).length, 10)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, ...heads, end])
}

/** A list of so many people, as a till exports it. */
export const people = (n: number) =>
  [
    'Tên khách hàng,Điện thoại,Ngày sinh,Nhóm khách hàng,Ghi chú',
    ...Array.from(
      { length: n },
      (_, i) => `Khách ${i},09${String(12_000_000 + i)},0${1 + (i % 9)}/03/1990,Thân quen,Thích ngồi cạnh cửa`,
    ),
  ].join('\n')
/** So many sales of two lines each, to five people. */
export const sold = (n: number) =>
  [
    'Mã hóa đơn,Thời gian,Tên khách hàng,Điện thoại,Tên hàng,Số lượng,Đơn giá,Giảm giá',
    ...Array.from({ length: n }, (_, i) => [
      `HD${i},2${i % 9}/10/2026 14:30,Hoa ${i % 5},098765432${i % 5},Kem ủ tóc,2,150.000,20.000`,
      `HD${i},2${i % 9}/10/2026 14:30,,,Lược,1,35.000 đ,`,
    ]).flat(),
  ].join('\n')

/** A sheet is sent, perhaps read in another way, and entered to its end. Answers with what became of it. */
export async function enter(
  shop: Awaited<ReturnType<typeof openSheets>>,
  file: string | Buffer,
  kind: 'customers' | 'sales',
  change?: object,
) {
  const { body } = await shop.send(file, { kind })
  const { id, settings, columns } = body
  if (change) await shop.owner('PUT', `/batches/${id}`, { ...settings, kind, columns, ...change })
  expect((await shop.owner('POST', `/batches/${id}/enter`)).status).toBe(200)
  await shop.rounds()
  return (await shop.owner('GET', `/batches/${id}`)).body
}
