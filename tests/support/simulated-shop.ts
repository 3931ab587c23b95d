import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, inject } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { openShop } from '../../server/shop.ts'

/** One database for many simulated lives, each of which begins by emptying what it fills. */
export async function openSimulatedShop() {
  // Memory where there is some: a thousand lives would spend most of their time waiting for a disk.
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'khach-quen-simulation-'))
  const file = join(folder, 'shop.db')
  copyFileSync(inject('template'), file)
  const config = readConfig({ DATABASE_URL: `file:${file}`, LOG_LEVEL: 'silent' })
  const shop = await openShop(config)
  afterAll(() => {
    shop.close()
    rmSync(folder, { recursive: true })
  })
  return shop
}
