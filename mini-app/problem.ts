/** Why something did not come about. Only a refusal has a sentence of its own: the server's. */
export type ProblemKind =
  | 'refusal'
  | 'not_found'
  | 'offline'
  | 'slow'
  | 'silent'
  | 'refused_by_zalo'
  | 'outside'
  | 'fault'

export class Problem extends Error {
  constructor(
    readonly kind: ProblemKind,
    readonly code?: string,
    readonly sentence?: string,
    /** Which part of what was sent is not right. */
    readonly field?: string,
  ) {
    super(sentence ?? kind)
  }
}

/** Turns whatever was thrown into a problem. `fetch` throws a TypeError where there is no network. */
export function problemOf(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown
  return new Problem(thrown instanceof TypeError || !navigator.onLine ? 'offline' : 'fault')
}
