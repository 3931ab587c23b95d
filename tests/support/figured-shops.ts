import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { type Database, openDatabase } from '../../server/database.ts'

const shops = 1000

/** A thousand shops one after the other, each with books of its own. */
export async function inEachShop(work: (database: Database, seed: number) => Promise<unknown>) {
  const folder = mkdtempSync(join(tmpdir(), 'khach-quen-figures-'))
  for (let seed = 1; seed <= shops; seed++) {
    const file = join(folder, `${seed}.db`)
    copyFileSync(inject('template'), file)
    const database = await openDatabase(`file:${file}`)
    await work(database, seed)
    database.close()
    rmSync(file)
  }
  rmSync(folder, { recursive: true })
}
