import { figureSettings } from '../../drizzle/schema/index.ts'
import type { FigureSettings } from '../../shared/figures.ts'
import type { Tx } from '../database.ts'
import { audit, type Staff } from '../staff/audit.ts'
import { figureSettingsOf } from './figures.ts'

/** What only the owner knows of costs, and how figures are counted. */
export async function changeFigureSettings(tx: Tx, by: Staff, wish: FigureSettings, now: Date) {
  const before = await figureSettingsOf(tx)
  await tx.update(figureSettings).set(wish)
  await audit(tx, by, 'change_figure_settings', 'figures', { before, after: wish }, now)
}
