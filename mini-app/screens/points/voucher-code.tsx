import type { Voucher } from '../../api.ts'
import { useDays } from '../../days.ts'
import { useWords } from '../../language.ts'
import { Qr } from './qr.tsx'

/** `ABCDE-FGHJK`, as it is read aloud; with or without the dash it is the same. */
const grouped = (code: string) => code.replace(/(.{5})(?=.)/g, '$1-')

/** What is shown at the desk: a square to scan, letters to read, and until when. */
export function VoucherCode({ voucher }: { voucher: Pick<Voucher, 'code' | 'expiresAt'> }) {
  const words = useWords().vouchers
  const until = useUntil(voucher)
  return (
    <div className="voucher-code">
      <Qr text={voucher.code} label={words.qr(grouped(voucher.code))} />
      <p>
        <span className="unseen">{words.code} </span>
        <b className="voucher-letters">{grouped(voucher.code)}</b>
      </p>
      <p className="strong">{until}</p>
      <p className="small muted">{words.showAtDesk}</p>
    </div>
  )
}

/** `Dùng đến hết Hôm nay`: the last day, not the moment after it. */
export function useUntil({ expiresAt }: Pick<Voucher, 'expiresAt'>): string {
  const words = useWords()
  const days = useDays()
  if (!expiresAt) return words.vouchers.forGood
  const day = days.dayOf(new Date(Date.parse(expiresAt) - 1).toISOString())
  return words.vouchers.until(day === days.today ? words.today.toLowerCase() : days.date(day))
}
