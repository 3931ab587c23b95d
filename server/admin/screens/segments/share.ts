import { formatNumber } from '../../../../shared/money.ts'

/** Whole percent of all, as it is written; of nothing it is nothing. */
export const shareOf = (part: number, all: number) => formatNumber(all > 0 ? Math.round((part * 100) / all) : 0)
