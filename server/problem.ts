import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { fileRules } from '../shared/batch-refusals.ts'
import { catalogRules } from '../shared/catalog-rules.ts'
import { layoutRules } from '../shared/layout-lint.ts'
import { misfitWords } from '../shared/message-templates.ts'
import { BadInput, Refusal, type RefusalCode, refusals } from '../shared/refusals.ts'

/** Answers that are no refusals of an act: [status, Vietnamese, English]. */
const answers = {
  not_signed_in: [
    401,
    'Phiên đăng nhập đã hết. Mời bạn đăng nhập lại.',
    'Your session has ended. Please sign in again.',
  ],
  wrong_password: [401, 'Email hoặc mật khẩu chưa đúng.', 'The email or the password is not right.'],
  bad_signature: [401, 'Chữ ký không đúng.', 'The signature is wrong.'],
  not_allowed: [403, 'Tài khoản của bạn không có quyền làm việc này.', 'Your account may not do this.'],
  no_such_page: [404, 'Không có trang này.', 'There is no such page.'],
  too_large: [413, 'Nội dung gửi lên quá lớn.', 'What was sent is too large.'],
  too_many_tries: [
    429,
    'Bạn đã thử quá nhiều lần. Mời thử lại sau 15 phút.',
    'Too many tries. Please try again in 15 minutes.',
  ],
  too_many_writes: [
    429,
    'Bạn thao tác quá nhanh. Mời bạn đợi một phút rồi thử lại.',
    'That was too much at once. Please wait a minute and try again.',
  ],
  fault: [
    500,
    'Có lỗi ở phía tiệm. Mời bạn thử lại sau ít phút.',
    'Something went wrong on our side. Please try again in a few minutes.',
  ],
  bad_input: [400, 'Thông tin chưa đúng.', 'Something in the input is not right.'],
} as const satisfies Record<string, readonly [number, string, string]>

/** Why a field is wrong, by the check that refused it. */
const whys: Record<string, readonly [vi: string, en: string]> = {
  unknown: ['Lựa chọn này không còn nữa.', 'This choice no longer exists.'],
  past: ['Thời điểm này đã qua.', 'This moment has passed.'],
  too_far: ['Thời điểm này còn quá xa.', 'This moment is too far away.'],
  phone: ['Số điện thoại di động chưa đúng.', 'This is not a mobile phone number.'],
  empty: ['Phần này cần có nội dung.', 'This must not be empty.'],
  control_characters: ['Có ký tự không dùng được.', 'It contains characters that cannot be used.'],
  before_start: ['Ngày cuối phải sau ngày đầu.', 'The last day must come after the first.'],
  too_big: ['Quá dài hoặc quá lớn.', 'Too long or too large.'],
  too_small: ['Quá ngắn hoặc quá nhỏ.', 'Too short or too small.'],
  unrecognized_keys: ['Có thông tin thừa.', 'It holds something that does not belong there.'],
  not_json: ['Nội dung gửi lên không phải JSON.', 'What was sent is not JSON.'],
  not_a_photo: ['Ảnh phải là JPEG, PNG hoặc WebP.', 'A photo must be a JPEG, PNG or WebP.'],
  unanswered: ['Câu hỏi này cần được trả lời.', 'This question needs an answer.'],
  bad: ['Thông tin chưa đúng.', 'This is not right.'],
  ...catalogRules,
  ...fileRules,
  ...layoutRules,
  ...misfitWords,
}

type AnswerCode = keyof typeof answers

/** Ends a request with a problem document: an edge throws it where no act is there to refuse. */
export class Answer extends Error {
  constructor(
    readonly code: AnswerCode,
    readonly field?: string,
    readonly why?: string,
  ) {
    super(code)
  }
}

/** Which of a pair of sentences the reader wants: 0 Vietnamese, 1 English. */
export const readsEnglish = (c: Context): 0 | 1 =>
  c.req.header('accept-language')?.toLowerCase().startsWith('en') ? 1 : 0

/** RFC 9457. `detail` is a sentence in the reader's language, `code` stays the same in every language. */
export function problem(c: Context, fault: unknown): Response {
  const english = readsEnglish(c)
  if (fault instanceof BadInput) return problem(c, new Answer('bad_input', fault.field, fault.why))
  if (fault instanceof Refusal) {
    const sentence = (fault.words ?? refusals[fault.code])[english]
    return document(c, fault.code === 'not_found' ? 404 : 409, fault.code, sentence)
  }
  const { code, field, why } = fault instanceof Answer ? fault : new Answer('fault')
  const [status, ...sentences] = answers[code]
  const sentence = why ? (whys[why] ?? whys.bad!)[english] : sentences[english]
  return document(c, status, code, sentence!, field)
}

function document(c: Context, status: ContentfulStatusCode, code: string, detail: string, field?: string) {
  const body = { type: `/problems/${code}`, title: code, status, code, detail, field, requestId: c.get('requestId') }
  return c.body(JSON.stringify(body), status, { 'Content-Type': 'application/problem+json' })
}

/** A guard in the database speaks in the words of a refusal, last in its message: find it behind whatever wrapped it. */
export function asAnswer(fault: unknown): unknown {
  for (let cause = fault; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof Refusal || cause instanceof Answer || cause instanceof BadInput) return cause
    const isGuard = 'code' in cause && String(cause.code).startsWith('SQLITE_CONSTRAINT')
    const word = isGuard ? cause.message.match(/(\w+)$/)?.[1] : undefined
    if (word && word in refusals) return new Refusal(word as RefusalCode)
  }
  return fault
}
