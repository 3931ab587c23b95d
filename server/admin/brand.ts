type Rgb = [red: number, green: number, blue: number]
type Shades = [string, string, string, string, string, string, string, string, string, string]

const white: Rgb = [255, 255, 255]
const ink: Rgb = [28, 25, 23]

/** Ten shades of the shop's colour, light to dark; the sixth is the colour itself. */
export function shadesOf(color: string): Shades {
  const brand = parse(color)
  const lighter = (part: number) => hex(mix(brand, white, part))
  const darker = (part: number) => hex(mix(brand, ink, part))
  return [
    ...([lighter(0.93), lighter(0.84), lighter(0.68), lighter(0.5), lighter(0.32), lighter(0.14)] as const),
    ...([hex(brand), darker(0.12), darker(0.26), darker(0.42)] as const),
  ]
}

/** The shop's colour, darkened until it reads as text: 5.3:1 on white, which leaves 4.5:1 on its own lightest shade. */
export function readable(color: string): string {
  const brand = parse(color)
  for (let part = 0; part < 1; part += 0.05) {
    const shade = mix(brand, ink, part)
    if (1.05 / (luminance(shade) + 0.05) >= 5.3) return hex(shade)
  }
  return hex(ink)
}

function parse(color: string): Rgb {
  const n = Number.parseInt(color.slice(1), 16)
  return [(n >> 16) & 255, (n >> 8) & 255, n & 255]
}

const hex = (color: Rgb) => `#${color.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`
const mix = (a: Rgb, b: Rgb, part: number) => a.map((from, i) => from + (b[i]! - from) * part) as Rgb

/** WCAG 2.2 relative luminance. */
function luminance(color: Rgb) {
  const [red, green, blue] = color.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as Rgb
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
