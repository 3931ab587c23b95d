/** A number as people and programs write it: `1.250.000 đ`, `1250000.00`, `1,250,000`, `150k`; undefined if it is none. */
export function numberIn(text: string, decimals = false): number | undefined {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s|đồng|đ|₫|vnđ|vnd|usd|\$/g, '')
  const thousand = /\d(k|ng|nghìn)$/.test(plain) ? 1000 : 1
  const bare = plain.replace(/(k|ng|nghìn)$/, '')
  if (!/^\d[\d.,]*$/.test(bare) || /[.,]{2}/.test(bare)) return undefined
  const mark = markOf(bare, decimals || thousand > 1)
  const [whole, part = ''] = mark
    ? [bare.slice(0, bare.lastIndexOf(mark)), bare.slice(bare.lastIndexOf(mark) + 1)]
    : [bare]
  const value = Number(`${whole.replace(/[.,]/g, '')}.${part || '0'}`) * thousand
  return Number.isSafeInteger(Math.round(value)) ? value : undefined
}

/** Which of dot and comma begins the fraction, if any does: the last one, unless it parts thousands. */
function markOf(bare: string, decimals: boolean): string | undefined {
  const last = Math.max(bare.lastIndexOf('.'), bare.lastIndexOf(','))
  if (last < 0) return undefined
  const mark = bare[last]!
  const other = mark === '.' ? ',' : '.'
  const times = bare.split(mark).length - 1
  if (times > 1) return undefined
  if (bare.includes(other)) return mark
  return bare.length - last === 4 && !decimals ? undefined : mark
}

/** Whole đồng; `each` is what one of the sheet's units of money is in đồng. */
export function vndIn(text: string, each = 1): number | undefined {
  const value = numberIn(text, each > 1)
  const vnd = value === undefined ? undefined : Math.round(value * each)
  return vnd !== undefined && vnd <= 1_000_000_000 ? vnd : undefined
}
