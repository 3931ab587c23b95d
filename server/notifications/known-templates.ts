import { eq, sql } from 'drizzle-orm'
import { zaloTemplates } from '../../drizzle/schema/index.ts'
import { prepared, type Reader, type Tx } from '../database.ts'
import type { Zalo } from '../zalo/zalo.ts'

type TemplateInfo = Awaited<ReturnType<Zalo['templateInfo']>>
type TemplateRow = Awaited<ReturnType<Zalo['templates']>>['templates'][number]

/** A template as Zalo described it last: what checking and sending need, without asking Zalo each time. */
export type KnownTemplate = TemplateInfo & { createdAt: Date | undefined }

const byId = prepared((db) =>
  db
    .select()
    .from(zaloTemplates)
    .where(eq(zaloTemplates.id, sql.placeholder('id')))
    .prepare(),
)

export async function knownTemplate(db: Reader, id: string): Promise<KnownTemplate | undefined> {
  const row = await byId(db).get({ id })
  if (!row?.detail) return undefined
  return { ...(row.detail as TemplateInfo), status: row.status, createdAt: row.createdAt ?? undefined }
}

/** Keeps what Zalo just said of a template. */
export async function keepTemplate(tx: Tx, detail: TemplateInfo, now: Date) {
  const { id, name, status } = detail
  const row = { id, name, status, detail, readAt: now }
  await tx.insert(zaloTemplates).values(row).onConflictDoUpdate({ target: zaloTemplates.id, set: row })
}

/** Keeps a page of the list; only the list tells when a template was made. */
export async function keepList(tx: Tx, rows: TemplateRow[], now: Date) {
  for (const { id, name, status, createdAt } of rows) {
    const row = { id, name, status, createdAt, readAt: now }
    await tx.insert(zaloTemplates).values(row).onConflictDoUpdate({ target: zaloTemplates.id, set: row })
  }
}
