import { BadInput } from '../../shared/refusals.ts'
import { columnsMost, formulaMark, rowsMost, type Table } from './table.ts'
import { turn } from './turn.ts'
import { openZip } from './zip.ts'

/**
 * The first sheet of an Excel workbook (ECMA-376): shared texts, numbers as they are kept, days by the style of their
 * cell, formulas by what Excel reckoned last. Rows in which nothing stands cost nothing.
 */
export async function readWorkbook(bytes: Buffer): Promise<Table> {
  const open = openZip(bytes)
  const sheet = (await open(await firstSheet(open))) ?? (await open('xl/worksheets/sheet1.xml'))
  if (sheet === undefined) throw new BadInput('file', 'unreadable')
  const texts: string[] = []
  for (const [, inner] of ((await open('xl/sharedStrings.xml')) ?? '').matchAll(/<si(?:\/>|>([\s\S]*?)<\/si>)/g))
    if (texts.push(textIn(inner ?? '')) % 1000 === 0) await turn()
  const stamps = dayStyles((await open('xl/styles.xml')) ?? '')
  const is1904 = /date1904="(1|true)"/.test((await open('xl/workbook.xml')) ?? '')
  const rows: Table['rows'] = []
  let line = 0
  for (const [, attributes, inner] of sheet.matchAll(/<row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/row>)/g)) {
    line = Number(attribute(attributes!, 'r') ?? line + 1)
    if (line % 500 === 0) await turn()
    const cells = inner?.includes('<c') ? cellsIn(inner, texts, stamps, is1904) : []
    if (cells.some((cell) => cell !== '')) rows.push({ line, cells })
    if (rows.length > rowsMost) throw new BadInput('file', 'too_big')
  }
  return { rows, merges: mergesIn(sheet) }
}

async function firstSheet(open: ReturnType<typeof openZip>): Promise<string> {
  const id = (await open('xl/workbook.xml'))?.match(/<sheet\b[^>]*?\br:id="([^"]+)"/)?.[1]
  const targets = [...((await open('xl/_rels/workbook.xml.rels')) ?? '').matchAll(/<Relationship\b([^>]*)/g)]
  const target = targets.find(([, each]) => attribute(each!, 'Id') === id)?.[1]
  return `xl/${(target && attribute(target, 'Target'))?.replace(/^\/?xl\//, '') ?? 'worksheets/sheet1.xml'}`
}

function cellsIn(row: string, texts: string[], stamps: boolean[], is1904: boolean): string[] {
  const cells: string[] = []
  for (const [, attributes, inner = ''] of row.matchAll(/<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)) {
    const at = columnOf(attribute(attributes!, 'r')) ?? cells.length
    if (at >= columnsMost) continue
    while (cells.length < at) cells.push('')
    const value = inner.match(/<v\b[^>]*>([\s\S]*?)<\/v>/)?.[1]
    const isDay = stamps[Number(attribute(attributes!, 's') ?? -1)] ?? false
    const type = attribute(attributes!, 't')
    if (value === undefined || value === '')
      cells[at] = /<f\b/.test(inner) ? formulaMark : type === 'inlineStr' ? textIn(inner) : ''
    else if (type === 's') cells[at] = texts[Number(value)] ?? ''
    else if (type === 'str' || type === 'e' || type === 'd') cells[at] = plain(value)
    else cells[at] = isDay ? stampOfSerial(Number(value), is1904) : numberText(value)
  }
  return cells
}

const attribute = (attributes: string, name: string) => attributes.match(new RegExp(`(?:^|\\s)${name}="([^"]*)"`))?.[1]

/** `AB7` is the 27th column, counted from 0. */
function columnOf(reference?: string): number | undefined {
  const letters = reference?.match(/^[A-Z]+/)?.[0]
  if (!letters) return undefined
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

const textIn = (inner: string) =>
  [...inner.replace(/<rPh\b[\s\S]*?<\/rPh>/g, '').matchAll(/<t\b[^>]*>([\s\S]*?)<\/t>/g)]
    .map(([, text]) => plain(text!))
    .join('')

const names: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const plain = (text: string) =>
  text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return names[name] ?? whole
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
    return code > 0x10ffff ? '' : String.fromCodePoint(code)
  })

/** `9.12345678E8` is a phone that Excel took for a number. */
const numberText = (value: string) =>
  /e/i.test(value) || /\.\d{9,}$/.test(value) ? String(Number(Number(value).toPrecision(15))) : value

/** Which of the styles show a day: built-in ones, or a format with days, months or years in it. */
function dayStyles(styles: string): boolean[] {
  const formats = new Map<string, boolean>()
  for (const [, each] of styles.matchAll(/<numFmt\b([^>]*)/g)) {
    const code = (attribute(each!, 'formatCode') ?? '').replace(/\[[^\]]*\]|"[^"]*"|&quot;.*?&quot;|\\./g, '')
    formats.set(attribute(each!, 'numFmtId') ?? '', /[dy]|m+[/-]|h/i.test(code) && !/general/i.test(code))
  }
  const used = styles.match(/<cellXfs\b[^>]*>([\s\S]*?)<\/cellXfs>/)?.[1] ?? ''
  return [...used.matchAll(/<xf\b([^>]*)/g)].map(([, xf]) => {
    const id = attribute(xf!, 'numFmtId') ?? '0'
    return formats.get(id) ?? /^(1[4-9]|2[0-2]|4[5-7])$/.test(id)
  })
}

/** `2026-12-31 14:05` of a day counted from 1899-12-30, or from 1904. */
export function stampOfSerial(serial: number, is1904 = false): string {
  if (!Number.isFinite(serial) || serial < 1 || serial > 2_958_465) return String(serial)
  const ms = Math.round(serial * 1440) * 60_000 + Date.UTC(is1904 ? 1904 : 1899, is1904 ? 0 : 11, is1904 ? 1 : 30)
  const iso = new Date(ms).toISOString()
  return Number.isInteger(serial) ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${iso.slice(11, 16)}`
}

function mergesIn(sheet: string): Table['merges'] {
  return [...sheet.matchAll(/<mergeCell\b[^>]*?ref="([A-Z]+)(\d+):[A-Z]+(\d+)"/g)].map(([, column, from, to]) => ({
    ...{ column: columnOf(column)!, from: Number(from), to: Number(to) },
  }))
}
