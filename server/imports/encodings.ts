import type { Encoding } from '../../shared/batches.ts'
import { readAbc, readVni } from './old-fonts.ts'

/** The text of a file: Unicode in whichever form, otherwise each byte as Windows shows it, which `readAs` then reads. */
export function textOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const [even, odd] = [zeros(bytes, 0), zeros(bytes, 1)]
  if (odd > 0.3 && even < 0.1) return new TextDecoder('utf-16le').decode(bytes)
  if (even > 0.3 && odd < 0.1) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** The share of zero bytes among every other byte of the beginning: plain letters in UTF-16 have one each. */
function zeros(bytes: Buffer, from: 0 | 1): number {
  const most = Math.min(bytes.length, 2000)
  let [found, all] = [0, 0]
  for (let i = from; i < most; i += 2, all++) if (bytes[i] === 0) found++
  return all > 1 ? found / all : 0
}

/** A cell as it is meant: sheets typed in an old font hold other letters than they show. */
export function readAs(encoding: Encoding, text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: plain letters are the same in all of them
  if (encoding === 'unicode' || /^[\x00-\x7f]*$/.test(text)) return text.normalize('NFC')
  if (encoding === 'tcvn3') return readAbc(text)
  if (encoding === 'vni') return readVni(text)
  return windows1258.decode(Uint8Array.from(text, byteOf)).normalize('NFC')
}

const windows1258 = new TextDecoder('windows-1258')
const bytesOf1252 = new Map(
  Array.from(new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, i) => i)), (letter, i) => [
    letter,
    i,
  ]),
)
const byteOf = (letter: string) => bytesOf1252.get(letter) ?? 63

/** In which way the most words are Vietnamese; as they stand, if none is better. */
export function guessEncoding(sample: string): Encoding {
  const all: Encoding[] = ['unicode', 'windows_1258', 'tcvn3', 'vni']
  const worth = all.map((encoding) => soundness(readAs(encoding, sample)))
  return all[worth.indexOf(Math.max(...worth))]!
}

/** Words with marks that can be said, less those that cannot. */
function soundness(text: string): number {
  let sum = 0
  for (const [word] of text.toLowerCase().matchAll(/[^\s\d.,;:|/()"'<>=?!_@+-]+/g)) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a word without marks says nothing of its encoding
    if (!/[^\x00-\x7f]/.test(word)) continue
    sum += isSyllable(word) ? 1 : -1
  }
  return sum
}

const shape = /^(ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdghklmnprstvx])?[aeiouy]{1,3}(ch|ng|nh|[cmnpt])?$/
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g

function isSyllable(word: string): boolean {
  const apart = word.normalize('NFD')
  if (!/^(?:[a-zđ]|[\u0300-\u0303]|\u0306|\u0309|\u031b|\u0323)+$/.test(apart)) return false
  return (apart.match(tones) ?? []).length <= 1 && shape.test(apart.replace(/\p{M}/gu, '').replaceAll('đ', 'd'))
}
