import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { projectFolder } from '../../server/project.ts'

const cli = join(projectFolder, 'dist/server/cli.js')

/** Races are more than any shop's people do in a minute. */
const unlimited = { SHOP_WRITES_PER_MINUTE: '0', CUSTOMER_WRITES_PER_MINUTE: '0' }

/** A server process of its own on a database file; answers once it is ready. */
export async function startServer(databaseFile: string, more: Record<string, string> = {}) {
  const port = await freePort()
  const asked = { DATABASE_URL: `file:${databaseFile}`, PORT: String(port), LOG_LEVEL: 'error' }
  const env = { ...process.env, ...unlimited, ...asked, ...more }
  const child = spawn(process.execPath, [cli, 'start'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const said = listen(child)
  onTestFinished(() => void child.kill('SIGKILL'))
  await Promise.race([
    said.until('Khách Quen: '),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`it stopped with ${code}: ${said.all()}`))),
  ])
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    said: said.all,
    async kill(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL') {
      const gone = once(child, 'exit')
      child.kill(signal)
      return (await gone)[0] as number | null
    },
  }
}

export type ServerProcess = Awaited<ReturnType<typeof startServer>>

/** Runs one command of the command line to its end. */
export async function run(args: string[], env: Record<string, string>) {
  const child = spawn(process.execPath, [cli, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = listen(child)
  const [code] = await once(child, 'close')
  return { code: code as number, said: said.all() }
}

function listen(child: ChildProcess) {
  let all = ''
  const heard = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr])
    stream!.on('data', (text) => {
      all += text
      for (const tell of heard) tell()
    })
  return {
    all: () => all,
    until: (words: string) =>
      new Promise<void>((resolve) => {
        const look = () => void (all.includes(words) && resolve())
        heard.add(look)
        look()
      }),
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}
