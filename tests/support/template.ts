import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '../../server/database.ts'
import { migrate } from '../../server/migrate.ts'
import { fillTestShop } from './test-shop.ts'

/** Migrates and fills one database; each test gets a copy of its own. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'khach-quen-'))
  const file = join(folder, 'template.db')
  await migrate(`file:${file}`)
  const database = await openDatabase(`file:${file}`)
  await database.write(fillTestShop)
  database.close()
  project.provide('template', file)
  return () => rmSync(folder, { recursive: true })
}

declare module 'vitest' {
  export interface ProvidedContext {
    template: string
  }
}
