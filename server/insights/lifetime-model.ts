/** Of somebody: how often they came again, when last and for how long they are known, in weeks since their first visit. */
export type Past = { again: number; last: number; known: number; people: number }
/** Buying at a rate of shape r and scale alpha, dropping out with a chance of shape a and b (BG/NBD: Fader, Hardie, Lee 2005). */
export type Model = { r: number; alpha: number; a: number; b: number }

/** Natural logarithm of the gamma function (Lanczos, g = 7). */
function lnGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - lnGamma(1 - x)
  const z = x - 1
  const sum = lanczos.reduce((all, coefficient, i) => all + (i === 0 ? coefficient : coefficient / (z + i)), 0)
  const t = z + 7.5
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum)
}
const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
]

/** Log-likelihood of many pasts, by person (equation 6). */
function likelihood({ r, alpha, a, b }: Model, pasts: Past[]): number {
  let [sum, people] = [0, 0]
  const constant = r * Math.log(alpha) - lnGamma(r) + lnGamma(a + b) - lnGamma(b)
  for (const { again: x, last, known, people: n } of pasts) {
    const common = constant + lnGamma(r + x) + lnGamma(b + x) - lnGamma(a + b + x)
    const alive = -(r + x) * Math.log(alpha + known)
    const gone = x > 0 ? Math.log(a / (b + x - 1)) - (r + x) * Math.log(alpha + last) : Number.NEGATIVE_INFINITY
    const most = Math.max(alive, gone)
    sum += n * (common + most + Math.log(Math.exp(alive - most) + Math.exp(gone - most)))
    people += n
  }
  return sum / people
}

/** The model that fits best, by Nelder and Mead's simplex over the logarithms of its four numbers. */
export function fitModel(pasts: Past[], start: Model = { r: 1, alpha: 5, a: 1, b: 2 }): Model {
  const modelOf = (point: number[]): Model => {
    const [r, alpha, a, b] = point.map((value) => Math.exp(Math.min(12, Math.max(-12, value))))
    return { r: r!, alpha: alpha!, a: a!, b: b! }
  }
  const badness = (point: number[]) => -likelihood(modelOf(point), pasts)
  const first = [start.r, start.alpha, start.a, start.b].map(Math.log)
  const corner = (i: number) => first.map((value, j) => (i === j ? value + 0.5 : value))
  const simplex = [first, ...first.map((_, i) => corner(i))].map((point) => ({ point, value: badness(point) }))
  for (let step = 0; step < 400; step++) {
    simplex.sort((p, q) => p.value - q.value)
    const [best, worst] = [simplex[0]!, simplex.at(-1)!]
    if (worst.value - best.value < 1e-9) break
    const middle = first.map(
      (_, j) => simplex.slice(0, -1).reduce((sum, { point }) => sum + point[j]!, 0) / first.length,
    )
    const along = (by: number) => {
      const point = middle.map((value, j) => value + by * (worst.point[j]! - value))
      return { point, value: badness(point) }
    }
    const reflected = along(-1)
    const tried =
      reflected.value < best.value ? along(-2) : reflected.value < simplex.at(-2)!.value ? reflected : along(0.5)
    const better = tried.value < reflected.value ? tried : reflected
    if (better.value < worst.value) simplex[simplex.length - 1] = better
    else
      for (const each of simplex.slice(1)) {
        each.point = each.point.map((value, j) => (value + best.point[j]!) / 2)
        each.value = badness(each.point)
      }
  }
  simplex.sort((p, q) => p.value - q.value)
  return modelOf(simplex[0]!.point)
}

/** Gauss's hypergeometric function, |z| < 1. */
function hypergeometric(a: number, b: number, c: number, z: number): number {
  let [term, sum] = [1, 1]
  for (let n = 0; n < 5000 && Math.abs(term) > 1e-12 * Math.abs(sum); n++) {
    term *= (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z
    sum += term
  }
  return sum
}

/** How often somebody of this past is expected again within so many weeks (equation 10). */
export function expectedVisits({ r, alpha, a, b }: Model, { again: x, last, known }: Past, weeks: number): number {
  const f = hypergeometric(r + x, b + x, a + b + x - 1, weeks / (alpha + known + weeks))
  const whole = ((a + b + x - 1) / (a - 1)) * (1 - ((alpha + known) / (alpha + known + weeks)) ** (r + x) * f)
  return whole / (1 + (x > 0 ? (a / (b + x - 1)) * ((alpha + known) / (alpha + last)) ** (r + x) : 0))
}

/** How sure it is that somebody still comes (equation 7 of their note on P(alive)). */
export const aliveChance = ({ r, alpha, a, b }: Model, { again: x, last, known }: Past) =>
  x === 0 ? 1 : 1 / (1 + (a / (b + x - 1)) * ((alpha + known) / (alpha + last)) ** (r + x))
