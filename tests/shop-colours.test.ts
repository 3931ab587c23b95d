import fc from 'fast-check'
import { expect, test } from 'vitest'
import { brandVariables } from '../mini-app/theme.ts'

const colour = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`)

/** As WCAG 2 defines it. */
function contrast(a: string, b: string) {
  const luminance = (hex: string) =>
    [1, 3, 5]
      .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
      .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i]!, 0)
  const [dark, light] = [luminance(a), luminance(b)].sort((one, other) => one - other)
  return (light! + 0.05) / (dark! + 0.05)
}

test('whatever colour an owner picks, what is written on it and in it can be read', () => {
  fc.assert(
    fc.property(colour, (brand) => {
      const {
        '--brand': ground,
        '--on-brand': text,
        '--brand-soft': soft,
        '--brand-text': own,
        '--brand-edge': edge,
      } = brandVariables(brand) as Record<string, string>
      expect(contrast(text!, ground!)).toBeGreaterThanOrEqual(4.5)
      for (const behind of [soft!, '#FFFFFF', '#FAF8F5']) expect(contrast(own!, behind)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(edge!, '#FAF8F5')).toBeGreaterThanOrEqual(3)
    }),
  )
})

test('what is no colour falls back to the green of the house', () => {
  expect(brandVariables('red; background: url(x)')).toEqual(brandVariables('#0F766E'))
})
