import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Client, createClient, type InArgs, type Transaction } from '@libsql/client'
import Native from 'libsql'

/** One connection to a database, with at most one transaction open. `execute` is what drizzle asks of a client. */
export type Connection = Pick<Client, 'execute'> & {
  /** BEGIN IMMEDIATE; throws SQLITE_BUSY while another process writes. */
  begin: () => Promise<void>
  commit: () => Promise<void>
  /** Harmless when nothing is open. */
  rollback: () => Promise<void>
  /** Moves what was written from the log into the file; a little at a time, nobody waits for much of it. */
  fold: () => Promise<void>
  close: () => void
}

/** The driver waits for another process's lock without letting anything else run: keep it short. */
const busyTimeoutMs = 50
/** More different statements than the house has; past it something makes them up as it goes. */
const statementsMost = 500

/** `file:` opens the file itself; `libsql:` and `https:` go over the network. `reads` makes writing impossible. */
export function connect(url: string, purpose: 'reads' | 'writes', authToken?: string): Connection {
  return url.startsWith('file:') ? fileConnection(url.slice('file:'.length), purpose) : remoteConnection(url, authToken)
}

/**
 * The client library prepares every statement anew each time, which costs more than running it; its own driver, asked
 * directly, keeps them. Values come and go as the library would bring them, rows as plain arrays.
 */
function fileConnection(path: string, purpose: 'reads' | 'writes'): Connection {
  mkdirSync(dirname(path), { recursive: true })
  const database = new Native(path, { timeout: busyTimeoutMs })
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON')
  // Savepoints copy pages, better not through a file; a write-ahead log of 16 MB is folded in less often than one of 4.
  database.exec('PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8000; PRAGMA wal_autocheckpoint = 4000')
  if (purpose === 'reads') database.exec('PRAGMA query_only = ON')
  const statements = new Map<string, Kept>()

  function prepared(sql: string): Kept {
    const known = statements.get(sql)
    if (known) return known
    if (statements.size >= statementsMost) statements.clear()
    const statement = database.prepare(sql)
    const kept = { statement, reads: statement.reader }
    if (kept.reads) statement.raw(true)
    statements.set(sql, kept)
    return kept
  }

  async function execute(asked: string | { sql: string; args?: InArgs }) {
    const { sql, args = [] } = typeof asked === 'string' ? { sql: asked } : asked
    const { statement, reads } = prepared(sql)
    const values = (args as unknown[]).map(plain)
    if (reads) return { rows: statement.all(values), rowsAffected: 0 }
    return { rows: [], rowsAffected: statement.run(values).changes }
  }

  return {
    execute: execute as unknown as Client['execute'],
    begin: async () => void database.exec('BEGIN IMMEDIATE'),
    commit: async () => void database.exec('COMMIT'),
    rollback: async () => void (database.inTransaction && database.exec('ROLLBACK')),
    fold: async () => void database.exec('PRAGMA wal_checkpoint(PASSIVE)'),
    close() {
      statements.clear()
      // The driver really closes when its statements are collected, at some time: what is in the log would stay there.
      if (!database.inTransaction) database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      database.close()
    },
  }
}

type Kept = { statement: Native.Statement; reads: boolean }

const plain = (value: unknown) =>
  typeof value === 'boolean' ? Number(value) : value instanceof Date ? value.getTime() : value

function remoteConnection(url: string, authToken?: string): Connection {
  const client = createClient({ url, authToken, concurrency: 1 })
  let open: Transaction | undefined
  const over = async () => {
    const ended = open
    open = undefined
    return ended
  }
  return {
    execute: ((asked: string) => (open ?? client).execute(asked)) as Client['execute'],
    begin: async () => {
      open = await client.transaction('write')
    },
    commit: async () => (await over())?.commit(),
    rollback: async () => (await over())?.rollback(),
    fold: async () => {}, // the server on the other side sees to it
    close: () => client.close(),
  }
}
