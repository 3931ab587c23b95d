import { fieldsIn, type Layout } from './message-templates.ts'
import { type Intent, intentFacts, type MessageField } from './notifications.ts'

/** Zalo's rules for templates, which reviewers refuse by after two days; said here at once. Vietnamese, English. */
export const layoutRules = {
  title_length: ['Tiêu đề dài từ 9 đến 65 ký tự.', 'A title has 9 to 65 characters.'],
  title_params: ['Tiêu đề có nhiều nhất 4 thông tin thay đổi.', 'A title holds at most 4 fields.'],
  paragraph_count: ['Cần từ 1 đến 4 đoạn.', 'There must be 1 to 4 paragraphs.'],
  paragraph_length: ['Mỗi đoạn dài từ 9 đến 400 ký tự.', 'A paragraph has 9 to 400 characters.'],
  paragraph_params: ['Các đoạn có nhiều nhất 10 thông tin thay đổi.', 'Paragraphs hold at most 10 fields in all.'],
  row_count: ['Bảng có từ 2 đến 8 dòng.', 'A table has 2 to 8 rows.'],
  row_label: [
    'Tên dòng dài 3 đến 35 ký tự, không có thông tin thay đổi.',
    'A row’s label has 3 to 35 characters and no field.',
  ],
  row_value: [
    'Nội dung dòng dài 3 đến 90 ký tự, một thông tin thay đổi.',
    'A row’s value has 3 to 90 characters and one field.',
  ],
  button_count: ['Có nhiều nhất 2 nút.', 'There are at most 2 buttons.'],
  button_title: [
    'Chữ trên nút dài 5 đến 30 ký tự, không có thông tin thay đổi.',
    'A button’s text has 5 to 30 characters and no field.',
  ],
  no_link: [
    'Không viết liên kết hay số điện thoại trong nội dung; hãy dùng nút.',
    'No links or phone numbers in the text; use a button.',
  ],
  no_slash_address: ['Không xưng hô kiểu “anh/chị”; hãy dùng “quý khách”.', 'No “anh/chị”; write “quý khách”.'],
  no_icons: ['Không dùng biểu tượng cảm xúc.', 'No emoji or icons.'],
  no_abbreviations: ['Không viết tắt.', 'No abbreviations.'],
  accents: ['Cần viết tiếng Việt có dấu.', 'Vietnamese must be written with its accents.'],
  personal_field: [
    'Cần ít nhất một thông tin riêng của khách, như tên hoặc mã.',
    'At least one personal field is needed, such as the name or a code.',
  ],
  unknown_field: ['Tin này không có thông tin đó.', 'This message does not know that field.'],
  rating_question: ['Câu hỏi dài nhất 100 ký tự.', 'The question has at most 100 characters.'],
  rating_choices: [
    'Có nhiều nhất 5 lựa chọn, mỗi lựa chọn nhiều nhất 50 ký tự.',
    'At most 5 choices of at most 50 characters.',
  ],
  rating_thanks: ['Lời cảm ơn dài nhất 100 ký tự.', 'The thanks have at most 100 characters.'],
} as const satisfies Record<string, readonly [vi: string, en: string]>

export type LayoutRule = keyof typeof layoutRules
export type LayoutFault = { where: string; rule: LayoutRule }

/** Every rule of Zalo that a layout breaks, by the part that breaks it; an empty list may be submitted. */
export function lintLayout(intent: Intent, layout: Layout): LayoutFault[] {
  const faults: LayoutFault[] = []
  const say = (isWrong: boolean, where: string, rule: LayoutRule) => void (isWrong && faults.push({ where, rule }))
  const { title, paragraphs, rows, buttons, rating } = layout

  say(!within(title, 9, 65), 'title', 'title_length')
  say(fieldsIn(title).length > 4, 'title', 'title_params')
  say(paragraphs.length < 1 || paragraphs.length > 4, 'paragraphs', 'paragraph_count')
  for (const [i, paragraph] of paragraphs.entries())
    say(!within(paragraph, 9, 400), `paragraphs.${i}`, 'paragraph_length')
  say(paragraphs.flatMap(fieldsIn).length > 10, 'paragraphs', 'paragraph_params')

  say(rows.length === 1 || rows.length > 8, 'rows', 'row_count')
  for (const [i, { label, value }] of rows.entries()) {
    say(!within(label, 3, 35) || fieldsIn(label).length > 0, `rows.${i}.label`, 'row_label')
    say(!within(value, 3, 90) || fieldsIn(value).length > 1, `rows.${i}.value`, 'row_value')
  }
  say(buttons.length > 2, 'buttons', 'button_count')
  for (const [i, button] of buttons.entries())
    say(!within(button.title, 5, 30) || fieldsIn(button.title).length > 0, `buttons.${i}.title`, 'button_title')

  if (rating) {
    say(!within(rating.question, 1, 100), 'rating.question', 'rating_question')
    say(
      rating.choices.length > 5 || rating.choices.some((choice) => !within(choice, 1, 50)),
      'rating.choices',
      'rating_choices',
    )
    say(!within(rating.thanks, 1, 100), 'rating.thanks', 'rating_thanks')
  }
  const known = intentFacts[intent].fields
  const texts = textsOf(layout)
  for (const [where, text] of texts) {
    say(
      fieldsIn(text).some((field) => !known.includes(field as MessageField)),
      where,
      'unknown_field',
    )
    for (const [rule, isBroken] of wording) say(isBroken(text), where, rule)
  }
  for (const [i, { content }] of buttons.entries())
    say(
      fieldsIn(content).some((field) => !known.includes(field as MessageField)),
      `buttons.${i}.content`,
      'unknown_field',
    )
  const spoken = texts.flatMap(([, text]) => fieldsIn(text))
  say(!spoken.some((field) => personal.includes(field)), 'paragraphs', 'personal_field')
  return faults
}

const personal = ['customer_name', 'booking_code', 'points', 'balance']

/** Characters are counted as Zalo does: composed (NFC), a field by its own length. */
function within(text: string, min: number, max: number) {
  const length = Array.from(text.normalize('NFC').trim()).length
  return length >= min && length <= max
}

function textsOf({ title, paragraphs, rows, buttons, rating }: Layout): [where: string, text: string][] {
  return [
    ['title', title],
    ...paragraphs.map((text, i): [string, string] => [`paragraphs.${i}`, text]),
    ...rows.flatMap(({ label, value }, i): [string, string][] => [
      [`rows.${i}.label`, label],
      [`rows.${i}.value`, value],
    ]),
    ...buttons.map(({ title: text }, i): [string, string] => [`buttons.${i}.title`, text]),
    ...(rating ? ([['rating.question', rating.question]] as [string, string][]) : []),
  ]
}

const bare = (text: string) => text.replace(/<[a-z_]+>/g, ' ')
const wording: [LayoutRule, (text: string) => boolean][] = [
  [
    'no_link',
    (text) => /https?:|www\.|\.(vn|com|net|me)\b|(?<!\d)(\+?84|0)[\s.]?\d([\s.]?\d){8}(?!\d)/i.test(bare(text)),
  ],
  ['no_slash_address', (text) => /anh\s*\/\s*chị|chị\s*\/\s*anh|a\/c\b/iu.test(text)],
  ['no_icons', (text) => /\p{Extended_Pictographic}/u.test(text)],
  ['no_abbreviations', (text) => /(?<![\p{L}<_])(sđt|đt|đc|ko|kh|dv|nv|tp|vnđ|ck|tk|sp|đh)(?![\p{L}_>])/iu.test(text)],
  ['accents', lacksAccents],
]

/** Several words of letters without one Vietnamese mark: typed without accents, or another language. */
function lacksAccents(text: string) {
  const words = bare(text).match(/\p{L}{2,}/gu) ?? []
  return words.length >= 3 && !/[^\p{ASCII}]/u.test(words.join('').normalize('NFC'))
}
