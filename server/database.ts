import type { Client, InArgs } from '@libsql/client'
import { is, Param, Placeholder, type Query } from 'drizzle-orm'
import { drizzle, type LibSQLDatabase } from 'drizzle-orm/libsql'
import * as schema from '../drizzle/schema/index.ts'
import { type Connection, connect } from './connection.ts'

type Shape = LibSQLDatabase<typeof schema>
declare const mayWrite: unique symbol

/** May look and nothing else. */
export type Reader = Pick<Shape, 'select' | 'selectDistinct' | '$count' | 'values'>
/** May change; exists only while `write` runs. */
export type Tx = Reader & Pick<Shape, 'insert' | 'update' | 'delete' | 'run'> & { readonly [mayWrite]: true }

export type Database = {
  read: Reader
  /** Runs the work in a transaction of its own and answers after it is on the disk. */
  write: <Result>(work: (tx: Tx) => Promise<Result>) => Promise<Result>
  /** Between the steps of long work: folds the log in, or the next to write waits until much of it is. */
  fold: () => Promise<void>
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

/** Opens a shop's libSQL. `url` is `file:`, `libsql:` or `https:`; the schema must be there already (migrate.ts). */
export async function openDatabase(url: string, authToken?: string): Promise<Database> {
  const writing = connect(url, 'writes', authToken)
  const reading = connect(url, 'reads', authToken)
  return {
    read: drizzle({ client: reading as unknown as Client, schema }),
    write: writeQueue(writing),
    fold: reading.fold, // which is never amid a transaction
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

/** The same past the builder's own way of filling in and reading out, for what is asked with every booking. */
export const preparedRaw = (build: (db: Tx) => { getQuery: () => Query }) =>
  prepared((db) => {
    const { sql, params } = build(db).getQuery()
    const fillers = params.map(fillerOf)
    const { $client } = db as unknown as Shape & { $client: Client }
    const ask = (given: Given) => $client.execute({ sql, args: fillers.map((fill) => fill(given)) as InArgs })
    return {
      run: ask,
      first: async (given: Given) => (await ask(given)).rows[0],
      all: async <Row>(given: Given) => (await ask(given)).rows as unknown as Row[],
    }
  })

type Given = Record<string, unknown>

function fillerOf(param: unknown): (given: Given) => unknown {
  if (is(param, Placeholder)) return (given) => given[param.name]
  if (!is(param, Param) || !is(param.value, Placeholder)) return () => param
  const { encoder, value } = param
  return (given) => encoder.mapToDriverValue(given[value.name])
}

/**
 * What walks everybody is reckoned once as long as nothing of it changes: `key` says what it depends on. Whoever asks
 * while it is being reckoned waits for the same answer.
 */
export function remembered<Answer>(work: (db: Reader, ...rest: number[]) => Promise<Answer>) {
  const known = new WeakMap<Reader, { key: string; answer: Promise<Answer> }>()
  return (db: Reader, key: string, ...rest: number[]): Promise<Answer> => {
    const last = known.get(db)
    if (last?.key === key) return last.answer
    const answer = work(db, ...rest)
    known.set(db, { key, answer })
    answer.catch(() => known.delete(db))
    return answer
  }
}

/**
 * One writer a database. Acts that wait while another commit is under way share the next one: one BEGIN IMMEDIATE, a
 * savepoint each, one COMMIT. A refusal undoes its own act alone.
 */
function writeQueue(connection: Connection): Database['write'] {
  const waiting: Waiting[] = []
  let running = false
  let isOpen = false
  const guarded = {
    execute: (asked: string) => (isOpen ? connection.execute(asked) : refuseOutside()),
  }
  const tx = drizzle({ client: guarded as unknown as Client, schema }) as unknown as Tx

  async function commitTogether(group: Waiting[]) {
    const tell: (() => void)[] = []
    try {
      await begin(connection)
      isOpen = true
      for (const { work, resolve, reject } of group) {
        await connection.execute('SAVEPOINT act')
        try {
          const result = await work(tx)
          tell.push(() => resolve(result))
        } catch (refusal) {
          await connection.execute('ROLLBACK TO act')
          tell.push(() => reject(refusal))
        }
        await connection.execute('RELEASE act')
      }
      await connection.commit()
    } catch (fault) {
      await connection.rollback().catch(() => undefined) // the fault that led here says more
      for (const { reject } of group) reject(fault)
      return
    } finally {
      isOpen = false
    }
    for (const answer of tell) answer() // nobody is answered before the commit
  }

  async function run() {
    running = true
    while (waiting.length) {
      await new Promise((resolve) => setImmediate(resolve)) // whoever has just asked comes along
      await commitTogether(waiting.splice(0, groupSize))
    }
    running = false
  }

  return <Result>(work: (tx: Tx) => Promise<Result>) =>
    new Promise<Result>((resolve, reject) => {
      waiting.push({ work, resolve: resolve as Waiting['resolve'], reject })
      if (!running) void run()
    })
}

/** BEGIN IMMEDIATE; another process that holds the lock is waited for. */
async function begin(connection: Connection) {
  for (const givesUpAt = Date.now() + patienceMs; ; ) {
    try {
      return await connection.begin()
    } catch (fault) {
      if (!isBusy(fault) || Date.now() > givesUpAt) throw fault
      await new Promise((resolve) => setTimeout(resolve, 1 + Math.random() * 20))
    }
  }
}

const isBusy = (fault: unknown) =>
  fault instanceof Error && 'code' in fault && String(fault.code).startsWith('SQLITE_BUSY')

function refuseOutside(): never {
  throw new Error('A write was tried outside its transaction; an act must await all that it does.')
}
