import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createVault, keysFromEnvironment, keysFromFile } from '../server/vault.ts'

const [one, two] = ['1'.repeat(64), '2'.repeat(64)]
const place = 'zalo_tokens/1/access'
const vaultOf = (...keys: string[]) => createVault(keysFromEnvironment(keys.join(',')))

function newFile() {
  const folder = mkdtempSync(join(tmpdir(), 'khach-quen-keys-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return join(folder, 'fresh', 'secret.key')
}

test('what was sealed opens in its place, and reads as it did', () => {
  for (const text of ['', 'khóa', 'x'.repeat(5000)])
    expect(vaultOf(one).open(vaultOf(one).seal(text, place), place)).toBe(text)
})

test('the same text sealed twice looks different, and neither shows it', () => {
  const [first, second] = [vaultOf(one).seal('mot-bi-mat', place), vaultOf(one).seal('mot-bi-mat', place)]
  expect(first).not.toBe(second)
  expect(Buffer.from(first.split('.')[2]!, 'base64url').toString('latin1')).not.toContain('mot-bi-mat')
})

test('a sealed text opens in no other place', () => {
  const sealed = vaultOf(one).seal('mot-bi-mat', place)
  for (const elsewhere of ['zalo_tokens/1/refresh', 'zalo_tokens/2/access', ''])
    expect(() => vaultOf(one).open(sealed, elsewhere)).toThrow()
})

test('a sealed text of which any byte was changed does not open', () => {
  const vault = vaultOf(one)
  const [version, id, body] = vault.seal('bí mật', place).split('.')
  const bytes = Buffer.from(body!, 'base64url')
  for (let i = 0; i < bytes.length; i++)
    for (const flip of [0x01, 0x80]) {
      const changed = Buffer.from(bytes)
      changed[i]! ^= flip
      expect(() => vault.open(`${version}.${id}.${changed.toString('base64url')}`, place)).toThrow()
    }
})

test.each([0, 1, 11, 12, 27, 28, 40])('of a sealed text %i bytes alone do not open', (length) => {
  const vault = vaultOf(one)
  const [version, id, body] = vault.seal('một bí mật khá dài', place).split('.')
  const short = Buffer.from(body!, 'base64url').subarray(0, length).toString('base64url')
  expect(() => vault.open(`${version}.${id}.${short}`, place)).toThrow()
})

test('older keys open what they sealed; the first one seals', () => {
  const old = vaultOf(one).seal('mot-bi-mat', place)
  const both = vaultOf(two, one)
  expect(both.open(old, place)).toBe('mot-bi-mat')
  expect(vaultOf(two).open(both.seal('moi', place), place)).toBe('moi')
})

test('a key that is gone is named, with what it sealed, and what to do', () => {
  const sealed = vaultOf(one).seal('mot-bi-mat', place)
  const id = sealed.split('.')[1]!
  expect(() => vaultOf(two).open(sealed, place)).toThrow(`No key ${id} for ${place}: bring back the key`)
  expect(() => vaultOf(one).open('mot-bi-mat', place)).toThrow(/^No key/) // never sealed at all
  expect(() => vaultOf(one).open(sealed.replace('v1', 'v2'), place)).toThrow(/^No key/)
})

test('two who open a fresh folder agree on one key, which nobody else may read', () => {
  const path = newFile()
  const [first, second] = [createVault(keysFromFile(path)), createVault(keysFromFile(path))]
  const [a, b] = [first.seal('a', place), second.seal('b', place)]
  expect([second.open(a, place), first.open(b, place)]).toEqual(['a', 'b'])
  expect(readFileSync(path, 'utf8')).toMatch(/^[0-9a-f]{64}\n$/)
  expect(statSync(path).mode & 0o777).toBe(0o600)
})

test('processes that start at the same moment in fresh folders agree on a key each time', async () => {
  const folder = dirname(dirname(newFile()))
  const starts = Array.from({ length: 3 }, () => {
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', opensFifty(folder)])
    onTestFinished(() => void child.kill())
    return child
  })
  await Promise.all(starts.map(({ stdout }) => once(stdout, 'data'))) // each is ready
  const said = starts.map(({ stdout }) => once(stdout, 'data'))
  for (const { stdin } of starts) stdin.write('go')
  const [first, ...others] = (await Promise.all(said)).map(String)
  expect(first!.split(' ')).toHaveLength(50)
  expect(others).toEqual([first, first])
})

const opensFifty = (folder: string) => `
  import { keysFromFile } from '${new URL('../server/vault.ts', import.meta.url)}'
  process.stdin.once('data', () => {
    const keys = Array.from({ length: 50 }, (_, i) => keysFromFile('${folder}/' + i + '/secret.key').keys()[0])
    process.stdout.write(keys.join(' '))
  })
  process.stdout.write('ready')`

test('a key added by another process seals at once, and what it sealed opens without a restart', () => {
  const path = newFile()
  const [server, command] = [keysFromFile(path), keysFromFile(path)]
  const vault = createVault(server)
  const old = vault.seal('cũ', place)
  command.add!()
  const fresh = createVault(command).seal('mới', place)
  expect(vault.open(fresh, place)).toBe('mới')
  expect(vault.seal('x', place).split('.')[1]).toBe(fresh.split('.')[1])
  command.drop!(1)
  expect(createVault(keysFromFile(path)).open(fresh, place)).toBe('mới')
  expect(() => createVault(keysFromFile(path)).open(old, place)).toThrow(/^No key/)
})

test('a statement comes back only as it was signed, by one of our keys', () => {
  const signed = vaultOf(one).sign('who.123')
  expect(vaultOf(two, one).signed(signed)).toBe('who.123')
  expect(vaultOf(two).signed(signed)).toBeUndefined()
  for (const forged of [signed.replace('who', 'whO'), signed.replace('123', '124'), 'who.123', 'who.123.', ''])
    expect(vaultOf(one).signed(forged)).toBeUndefined()
})
