/** Letters of the fonts .VnTime and the like (TCVN 5712:1993, VN3), as Windows-1252 shows them, and what they are. */
const abc = new Map(
  [
    ['µ¸¶·¹', 'àáảãạ'],
    ['¨»¾¼½Æ', 'ăằắẳẵặ'],
    ['©ÇÊÈÉË', 'âầấẩẫậ'],
    ['®', 'đ'],
    ['ÌÐÎÏÑ', 'èéẻẽẹ'],
    ['ªÒÕÓÔÖ', 'êềếểễệ'],
    ['×ÝØÜÞ', 'ìíỉĩị'],
    ['ßãáâä', 'òóỏõọ'],
    ['«åèæçé', 'ôồốổỗộ'],
    ['¬êíëìî', 'ơờớởỡợ'],
    ['ïóñòô', 'ùúủũụ'],
    ['\u00adõøö÷ù', 'ưừứửữự'],
    ['úýûüþ', 'ỳýỷỹỵ'],
    ['¡¢£¤¥¦§', 'ĂÂÊÔƠƯĐ'],
  ].flatMap(([from, to]) => Array.from(from!, (letter, i): [string, string] => [letter, Array.from(to!)[i]!])),
)

export const readAbc = (text: string) => Array.from(text, (letter) => abc.get(letter) ?? letter).join('')

/** What follows a vowel in the VNI fonts, and the marks that it stands for. */
const marks: Record<string, string> = {
  ...{ ø: '\u0300', ù: '\u0301', û: '\u0309', õ: '\u0303', ï: '\u0323' },
  ...{ ê: '\u0306', è: '\u0306\u0300', é: '\u0306\u0301', ú: '\u0306\u0309', ü: '\u0306\u0303', ë: '\u0306\u0323' },
  ...{ â: '\u0302', à: '\u0302\u0300', á: '\u0302\u0301', å: '\u0302\u0309', ã: '\u0302\u0303', ä: '\u0302\u0323' },
}
const alone: Record<string, string> = {
  ...{ ô: 'ơ', ö: 'ư', ñ: 'đ', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ' },
  ...{ Ô: 'Ơ', Ö: 'Ư', Ñ: 'Đ', Æ: 'Ỉ', Ó: 'Ĩ', Ò: 'Ị', Î: 'Ỵ' },
}

/** VNI-Windows writes a vowel and its mark as two letters: `Nguyeãn Vaên` is Nguyễn Văn. */
export const readVni = (text: string) =>
  text
    .replace(/([aeouyôö])([øùûõïêèéúüëâàáåãä])|[ôöñæóòî]/gi, (letter, vowel?: string, mark?: string) =>
      vowel && mark ? (alone[vowel] ?? vowel) + marks[mark.toLowerCase()] : alone[letter]!,
    )
    .normalize('NFC')
