import { digest } from './digest-measure.ts'
import { importSheet } from './import-measures.ts'
import * as insightMeasures from './insight-measures.ts'

import type { Ratios } from './measures.ts'
import * as measures from './measures.ts'
import * as messageMeasures from './message-measures.ts'
import * as orderMeasures from './order-measures.ts'
import * as pointsMeasures from './points-measures.ts'

/** What each figure must be: at least, or at most. Ratios are of things measured side by side in this one run. */
const bars: Record<string, ['at least' | 'at most', number]> = {
  book_vs_hello: ['at least', 0.1],
  earn_vs_hello: ['at least', 0.1],
  earn_vs_raw: ['at least', 0.3],
  redeem_vs_raw: ['at least', 0.3],
  history_10k_vs_100: ['at most', 1.5],
  expiry_wait_ms: ['at most', 50],
  order_vs_hello: ['at least', 0.06],
  order_with_rollups_vs_without: ['at most', 2],
  dashboard_1m_vs_10k: ['at most', 2],
  digest_wait_ms: ['at most', 50],
  search_cpu_vs_hello: ['at most', 20],
  orders_1m_vs_1k: ['at most', 1.3],
  import_rows_per_second: ['at least', 200],
  import_wait_ms: ['at most', 250],
  queue_vs_mutex: ['at least', 1.5],
  slots_cpu_vs_hello: ['at most', 8],
  slots14_cpu_vs_hello: ['at most', 25],
  slots_1m_vs_1k: ['at most', 1.3],
  handover_vs_limit: ['at least', 0.8],
  round_100k_vs_1k: ['at most', 1.3],
  webhook_p99_ms: ['at most', 200],
  mini_app_first_js_kb: ['at most', 50],
  mini_app_first_css_kb: ['at most', 8],
  start_seconds: ['at most', 3],
  rss_mb: ['at most', 200],
}

const [name] = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const asJson = process.argv.includes('--json')
const all: Record<string, () => Promise<Ratios>> = {
  ...measures,
  ...messageMeasures,
  ...pointsMeasures,
  ...orderMeasures,
  dashboard: insightMeasures.dashboard,
  rollups: insightMeasures.rollups,
  search: insightMeasures.search,
  import: importSheet,
  digest,
}
if (name && !all[name]) throw new Error(`There is no measure "${name}": ${Object.keys(all).join(', ')}.`)

const ratios: Ratios = {}
for (const [each, measure] of Object.entries(all)) if (!name || each === name) Object.assign(ratios, await measure())
const say = (line: string) => void process.stdout.write(`${line}\n`)
if (asJson) say(JSON.stringify({ ratios }))
else
  for (const [key, value] of Object.entries(ratios)) {
    const [bound, bar] = bars[key]!
    const holds = bound === 'at least' ? value >= bar : value <= bar
    say(`${holds ? '✓' : '✗'} ${key.padEnd(22)} ${value.toFixed(2).padStart(8)}   ${bound} ${bar}`)
  }
process.exit(0)
