type Rgb = [red: number, green: number, blue: number]

const ground = '#FAF8F5'
const ink = '#1C1917'
/** What WCAG asks between text and what is behind it. */
const readable = 4.5

/**
 * The shop's colour as CSS variables. An owner may pick any: what is written on it is white or ink, whichever is easier
 * to read (black where neither will do), and where the colour itself is text it is darkened until it can be read.
 */
export function brandVariables(brandColor: string): Record<string, string> {
  const brand = /^#[0-9a-f]{6}$/i.test(brandColor) ? brandColor : '#0F766E'
  const soft = mix(brand, '#FFFFFF', 0.9)
  const pressed = mix(brand, ink, 0.14)
  return {
    '--brand': brand,
    '--brand-pressed': pressed,
    '--brand-soft': soft,
    '--brand-line': mix(brand, '#FFFFFF', 0.7),
    '--on-brand': ['#FFFFFF', ink].find((text) => contrast(text, brand) >= readable) ?? '#000000',
    '--brand-text': darkened(brand, soft),
    '--brand-edge': contrast(brand, ground) >= 3 ? brand : darkened(brand, ground),
  }
}

export function paint(brandColor: string) {
  for (const [name, value] of Object.entries(brandVariables(brandColor))) {
    document.documentElement.style.setProperty(name, value)
  }
}

function darkened(color: string, behind: string): string {
  for (let share = 0; share < 1; share += 0.05) {
    const darker = mix(color, ink, share)
    if (contrast(darker, behind) >= readable && contrast(darker, ground) >= readable) return darker
  }
  return ink
}

const rgb = (hex: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as Rgb

function mix(from: string, to: string, share: number): string {
  const [a, b] = [rgb(from), rgb(to)]
  return `#${a
    .map((part, i) =>
      Math.round(part + (b[i]! - part) * share)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}

function luminance(hex: string): number {
  const [red, green, blue] = rgb(hex).map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((one, other) => one - other)
  return (high! + 0.05) / (low! + 0.05)
}
