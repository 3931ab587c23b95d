/** What is left of a text when tone marks, case and width are forgotten: "Đặt lịch" and "dat lich" fold alike. */
export const fold = (text: string) =>
  text.normalize('NFKC').toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').normalize('NFC')

/** What people are called: the last word of their name. */
export const givenName = (name: string) => name.trim().split(/\s+/).at(-1) ?? ''

/** Vietnamese lists sort by given name, the last word: "Trần Văn An" comes before "Lê Thị Bình". */
export function byGivenName(a: string, b: string): number {
  return collator.compare(givenNameFirst(a), givenNameFirst(b))
}

const collator = new Intl.Collator('vi')

function givenNameFirst(name: string): string {
  const words = name.trim().split(/\s+/)
  return [words.at(-1), ...words.slice(1, -1), words[0]].join(' ')
}
