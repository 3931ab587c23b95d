import type { Problem } from '../problem.ts'
import type { Words } from '../words/vi.ts'

export type Saying = { problem: Problem | undefined }

/** The server's own sentence where it refused, ours where nobody could be asked. */
export const sentenceOf = ({ kind, sentence }: Problem, words: Words) => sentence ?? words.problems[kind]
