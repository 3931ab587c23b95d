type Task = { at: number; order: number; run: () => Promise<void> | void }

/** A clock in hand and what is to happen when: nothing waits for real, and the same run comes out the same. */
export function createVirtualTime(start: Date) {
  const tasks: Task[] = []
  const running = new Set<Promise<unknown>>()
  let at = start.getTime()
  let jumped = 0
  let orders = 0
  let busyCount = 0

  const later = (ms: number, run: Task['run']) => void tasks.push({ at: at + ms, order: orders++, run })
  const nextTask = () =>
    tasks.reduce<Task | undefined>((first, task) => (first && isBefore(first, task) ? first : task), undefined)

  function follow(work: Promise<unknown>) {
    running.add(work)
    work.finally(() => running.delete(work)).catch(() => undefined)
  }

  /** Runs what is next and everything it leads to at once. */
  async function step() {
    const task = nextTask()
    if (!task) return false
    tasks.splice(tasks.indexOf(task), 1)
    at = Math.max(at, task.at)
    const result = task.run()
    if (result) follow(result)
    return true
  }

  /** Until the process has nothing to do but wait. */
  async function quiet() {
    for (let idle = 0; idle < 4; ) {
      await new Promise((resolve) => setImmediate(resolve))
      idle = busyCount > 0 ? 0 : idle + 1
    }
  }

  return {
    now: () => new Date(at),
    /** Milliseconds lived so far, without jumps of the clock. */
    elapsed: () => at - start.getTime() - jumped,
    later,
    pause: (ms: number) => new Promise<void>((resolve) => later(ms, resolve)),
    /** The clock is set; what others have in store comes as much later or sooner, unless their clock was set along. */
    jump(ms: number, whose: 'ours' | 'all') {
      jumped += ms
      at += ms
      if (whose === 'ours') for (const task of tasks) task.at += ms
    },
    /** Something real is under way, such as a write; time stands still meanwhile. */
    async busy<Result>(act: () => Promise<Result>): Promise<Result> {
      busyCount++
      try {
        return await act()
      } finally {
        busyCount--
      }
    },
    /** Waits for a result, letting time pass only while everybody waits for it. */
    async until<Result>(result: Promise<Result>): Promise<Result> {
      let isDone = false
      const done = result.finally(() => {
        isDone = true
      })
      done.catch(() => undefined)
      for (await quiet(); !isDone; await quiet())
        if (!(await step()) && !isDone) await new Promise((resolve) => setImmediate(resolve))
      return done
    },
    /** Lets so much time pass, with all that happens in it. */
    async advance(ms: number) {
      const end = at + ms
      for (let task = nextTask(); task && task.at <= end; task = nextTask()) {
        await step()
        await quiet()
      }
      at = Math.max(at, end)
    },
  }
}

const isBefore = (a: Task, b: Task) => a.at < b.at || (a.at === b.at && a.order < b.order)
