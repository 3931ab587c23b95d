import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import { BadInput } from '../../shared/refusals.ts'

/** What a workbook may grow to: a bomb is refused before it is open. */
const mostBytes = 200 * 1024 * 1024
const inflate = promisify(inflateRaw) // on another thread

/** A file of a zip by its name, opened when it is asked for; undefined where there is none (PKWARE APPNOTE 4.3). */
export function openZip(bytes: Buffer): (name: string) => Promise<string | undefined> {
  const entries = new Map<string, number>()
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0 || end + 22 > bytes.length) throw new BadInput('file', 'unreadable')
  let at = bytes.readUInt32LE(end + 16)
  for (let i = bytes.readUInt16LE(end + 10); i > 0; i--) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) throw new BadInput('file', 'unreadable')
    const [name, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ]
    entries.set(bytes.toString('utf8', at + 46, at + 46 + name), at)
    at += 46 + name + extra + comment
  }
  return async (name) => {
    const entry = entries.get(name)
    return entry === undefined ? undefined : await contentOf(bytes, entry)
  }
}

async function contentOf(bytes: Buffer, entry: number): Promise<string> {
  const [packed, from] = [bytes.readUInt32LE(entry + 20), bytes.readUInt32LE(entry + 42)]
  if (from + 30 > bytes.length) throw new BadInput('file', 'unreadable')
  const start = from + 30 + bytes.readUInt16LE(from + 26) + bytes.readUInt16LE(from + 28)
  const content = bytes.subarray(start, start + packed)
  if (bytes.readUInt16LE(entry + 10) === 0) return content.toString('utf8')
  try {
    return (await inflate(content, { maxOutputLength: mostBytes })).toString('utf8')
  } catch {
    throw new BadInput('file', 'unreadable')
  }
}
