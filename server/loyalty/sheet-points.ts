import type { RowProblem } from '../../shared/imports.ts'

const most = 1_000_000

/**
 * Points as people write them: `1250`, `1.250`, `1,250`, `1 250`, `120 điểm`, `1.250,00`. Three digits after a dot or
 * comma are thousands, as everywhere in Vietnam; other digits there are a fraction.
 */
export function pointsOf(text: string): number | RowProblem {
  const written = text.normalize('NFKC').trim()
  if (!written) return 'no_points'
  const [, sign, digits] = written.match(/^([-−(]?)\s*([\d.,\s]+?)\s*\)?\s*(?:\p{L}+\.?)?$/u) ?? []
  const whole = digits === undefined ? 'not_a_number' : wholeOf(digits.replace(/\s/g, ''))
  if (typeof whole === 'string') return whole
  if (whole === 0) return 'zero'
  if (sign) return 'negative'
  return whole > most ? 'too_large' : whole
}

function wholeOf(digits: string): number | RowProblem {
  if (/^\d+$/.test(digits) || /^[1-9]\d{0,2}([.,])\d{3}(\1\d{3})*$/.test(digits))
    return Number(digits.replace(/[.,]/g, ''))
  const [, whole, fraction] = digits.match(/^(\d+|\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+)[.,](\d+)$/) ?? []
  if (whole === undefined) return 'not_a_number'
  return /^0+$/.test(fraction!) ? Number(whole.replace(/[.,]/g, '')) : 'not_whole'
}
