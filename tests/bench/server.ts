import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import autocannon from 'autocannon'

/** What one server can do, not what one shop may. */
const unlimited = { SHOP_WRITES_PER_MINUTE: '0', CUSTOMER_WRITES_PER_MINUTE: '0' }

/** A server process to be measured; its log goes where logs cost least. */
export async function measuredServer(
  databaseUrl: string,
  command = [process.execPath, '--enable-source-maps', 'dist/server/cli.js', 'start'],
) {
  const port = 3900 + Math.floor(Math.random() * 900)
  const env = { ...process.env, DATABASE_URL: databaseUrl, PORT: String(port), ...unlimited }
  const began = performance.now()
  const child = spawn(command[0]!, command.slice(1), { env, stdio: 'ignore', detached: true })
  const url = `http://127.0.0.1:${port}`
  const isReady = () =>
    fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    )
  while (!(await isReady())) await new Promise((resolve) => setTimeout(resolve, 10))
  return {
    url,
    readyAfterSeconds: (performance.now() - began) / 1000,
    /** CPU of the process so far, in microseconds. */
    cpuMicros: () => {
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
      return (Number(fields[11]) + Number(fields[12])) * 10_000
    },
    rssMb: () => Number(readFileSync(`/proc/${child.pid}/status`, 'utf8').match(/VmRSS:\s+(\d+)/)![1]) / 1024,
    async stop() {
      const gone = once(child, 'exit')
      process.kill(-child.pid!, 'SIGTERM')
      await gone
    },
  }
}

/** Waits until a server has done what it does first, such as looking who belongs to which group. */
export async function settled(server: Server) {
  for (let before = -1; ; ) {
    await new Promise((resolve) => setTimeout(resolve, 1000))
    const now = server.cpuMicros()
    if (before >= 0 && now - before < 50_000) return
    before = now
  }
}

export type Server = Awaited<ReturnType<typeof measuredServer>>

type Asked = { method?: 'GET' | 'POST'; path: string; headers?: Record<string, string>; body?: string }

/** Sends `amount` requests over 64 connections and answers with how many a second were answered as expected. */
export async function load(server: Server, amount: number, next: (n: number) => Asked, expected: number) {
  let n = 0
  const began = performance.now()
  let answeredAt = began
  const running = autocannon({
    url: server.url,
    connections: 64,
    timeout: 60, // a busy machine is no reason to leave answers out
    amount,
    requests: [{ setupRequest: (request) => ({ ...request, ...next(n++) }) }],
  })
  running.on('response', () => {
    answeredAt = performance.now() // its own clock counts whole seconds
  })
  const result = await running
  const right = result.statusCodeStats?.[expected]?.count ?? 0
  if (Number(right) !== amount)
    throw new Error(
      `Of ${amount} answers ${right} were ${expected}: ${JSON.stringify(result.statusCodeStats)}, ${result.errors} errors, ${result.timeouts} timeouts`,
    )
  return amount / ((answeredAt - began) / 1000)
}
