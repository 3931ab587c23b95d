import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Client, createClient, LibsqlError, type Transaction } from '@libsql/client'
import { drizzle, type LibSQLDatabase } from 'drizzle-orm/libsql'
import * as schema from '../drizzle/schema/index.ts'

type Shape = LibSQLDatabase<typeof schema>
declare const mayWrite: unique symbol

/** May look and nothing else. */
export type Reader = Pick<Shape, 'select' | 'selectDistinct' | '$count' | 'get' | 'all'>
/** May change; exists only while `write` runs. */
export type Tx = Reader & Pick<Shape, 'insert' | 'update' | 'delete' | 'run'> & { readonly [mayWrite]: true }

export type Database = {
  read: Reader
  /** Runs the work in a transaction of its own and answers after it is on the disk. */
  write: <Result>(work: (tx: Tx) => Promise<Result>) => Promise<Result>
  close: () => void
}

type Waiting = {
  work: (tx: Tx) => Promise<unknown>
  resolve: (result: unknown) => void
  reject: (fault: unknown) => void
}

/** How many acts share one commit at most, so that nobody waits long for neighbours. */
const groupSize = 64
/** Other processes hold the file for milliseconds; whoever waits longer than this has found a fault. */
const patienceMs = 15_000
/** The driver waits for another process's lock without letting anything else run: keep it short. */
const busyTimeoutMs = 50

/** Opens a shop's libSQL. `url` is `file:`, `libsql:` or `https:`; the schema must be there already (migrate.ts). */
export async function openDatabase(url: string, authToken?: string): Promise<Database> {
  const isFile = url.startsWith('file:')
  if (isFile) mkdirSync(dirname(url.slice('file:'.length)), { recursive: true })
  const connect = () => createClient({ url, authToken, concurrency: 1, ...(isFile && { timeout: busyTimeoutMs }) })

  const reading = connect()
  const writing = connect()
  if (isFile) {
    await settle(writing, ['PRAGMA journal_mode = WAL', 'PRAGMA synchronous = FULL', 'PRAGMA foreign_keys = ON'])
    await settle(reading, ['PRAGMA query_only = ON'])
  }
  const queue = writeQueue(writing, async () => {
    writing.reconnect()
    if (isFile) await settle(writing, ['PRAGMA synchronous = FULL', 'PRAGMA foreign_keys = ON'])
  })
  return {
    read: drizzle({ client: reading, schema }),
    write: queue,
    close() {
      reading.close()
      writing.close()
    },
  }
}

/** A statement built once a connection: the query builder costs more than the query. */
export function prepared<Statement>(build: (db: Tx) => Statement): (db: Reader) => Statement {
  const built = new WeakMap<Reader, Statement>()
  return (db) => {
    let statement = built.get(db)
    if (!statement) {
      statement = build(db as Tx)
      built.set(db, statement)
    }
    return statement
  }
}

/**
 * One writer a database. Acts that wait while another commit is under way share the next one: one BEGIN IMMEDIATE, a
 * savepoint each, one COMMIT. A refusal undoes its own act alone.
 */
function writeQueue(client: Client, reconnect: () => Promise<void>): Database['write'] {
  const waiting: Waiting[] = []
  let current: Transaction | undefined
  let running = false
  // The one connection that acts write through, kept so that its prepared statements are; it leads into whichever
  // transaction is open, and nowhere when none is.
  const open = { execute: (statement: never) => (current ?? refuseOutside()).execute(statement) }
  const tx = drizzle({ client: open as unknown as Client, schema }) as unknown as Tx

  async function commitTogether(group: Waiting[]) {
    const tell: (() => void)[] = []
    try {
      current = await begin(client, reconnect)
      for (const { work, resolve, reject } of group) {
        await current.execute('SAVEPOINT act')
        try {
          const result = await work(tx)
          tell.push(() => resolve(result))
        } catch (refusal) {
          await current.execute('ROLLBACK TO act')
          tell.push(() => reject(refusal))
        }
        await current.execute('RELEASE act')
      }
      await current.commit()
    } catch (fault) {
      current?.close()
      for (const { reject } of group) reject(fault)
      return
    } finally {
      current = undefined
    }
    for (const answer of tell) answer() // nobody is answered before the commit
  }

  async function run() {
    running = true
    while (waiting.length) await commitTogether(waiting.splice(0, groupSize))
    running = false
  }

  return <Result>(work: (tx: Tx) => Promise<Result>) =>
    new Promise<Result>((resolve, reject) => {
      waiting.push({ work, resolve: resolve as Waiting['resolve'], reject })
      if (!running) {
        running = true
        setImmediate(run) // those who ask in the same turn share the first commit too
      }
    })
}

/** BEGIN IMMEDIATE; another process that holds the lock is waited for. A BUSY spoils the connection: a fresh one each time. */
async function begin(client: Client, reconnect: () => Promise<void>): Promise<Transaction> {
  for (const givesUpAt = Date.now() + patienceMs; ; ) {
    try {
      return await client.transaction('write')
    } catch (fault) {
      if (!isBusy(fault) || Date.now() > givesUpAt) throw fault
      await new Promise((resolve) => setTimeout(resolve, 1 + Math.random() * 20))
      await reconnect()
    }
  }
}

async function settle(client: Client, pragmas: string[]) {
  for (const pragma of pragmas) await client.execute(pragma)
}

const isBusy = (fault: unknown) => fault instanceof LibsqlError && fault.code.startsWith('SQLITE_BUSY')

function refuseOutside(): never {
  throw new Error('A write was tried outside its transaction; an act must await all that it does.')
}
