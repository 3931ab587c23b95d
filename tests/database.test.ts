import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { expect, inject, onTestFinished, test } from 'vitest'
import { openDatabase } from '../server/database.ts'

test('when it is closed, the one file holds everything', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'khach-quen-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const [file, kept] = [join(folder, 'shop.db'), join(folder, 'kept.db')]
  copyFileSync(inject('template'), file)
  const shop = await openDatabase(`file:${file}`)
  await shop.write((tx) => tx.run(sql`UPDATE services SET name = 'Gội đầu'`))
  shop.close()

  copyFileSync(file, kept)
  const copy = await openDatabase(`file:${kept}`)
  onTestFinished(copy.close)
  expect(await copy.read.values(sql`SELECT DISTINCT name FROM services`)).toEqual([['Gội đầu']])
})
