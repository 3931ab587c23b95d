import { Problem } from './problem.ts'

type Told = { ok: boolean; status: number; headers: Headers; json(): Promise<unknown> }

/** The answer itself, undefined where "done" is all there is to say; a `Problem` with the server's sentence where it said no. */
export async function answerOf<R extends Told>(asked: Promise<R>): Promise<Awaited<ReturnType<R['json']>>> {
  const told = await Promise.race([asked, tooLate()])
  const says = told.headers.has('content-type')
  if (told.ok) return (says ? await told.json() : undefined) as Awaited<ReturnType<R['json']>>
  const { code, detail, field } = (await told.json().catch(() => ({}))) as Record<string, string | undefined>
  if (told.status === 404) throw new Problem('not_found', code, detail)
  throw told.status < 500 && detail ? new Problem('refusal', code, detail, field) : new Problem('fault', code)
}

/** Repeating is safe, since whatever may be sent twice carries its id. */
const tooLate = () => new Promise<never>((_, fail) => setTimeout(() => fail(new Problem('slow')), 25_000))
