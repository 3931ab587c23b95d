import { useState } from 'react'
import type { Voucher } from '../../api.ts'
import { useDays } from '../../days.ts'
import { useWords } from '../../language.ts'
import { isUsable } from '../../offers.ts'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { Chips } from '../../parts/chips.tsx'
import { useUntil } from './voucher-code.tsx'
import { VoucherSheet } from './voucher-sheet.tsx'

const groups = ['open', 'used', 'over'] as const

/** By what can be done with it now. */
function groupOf(voucher: Voucher): (typeof groups)[number] {
  if (isUsable(voucher)) return 'open'
  return voucher.state === 'used' ? 'used' : 'over'
}

type VouchersProps = { vouchers: Voucher[]; onChanged: () => void }

/** What I have taken: to use, used, and over (C-10). */
export function Vouchers({ vouchers, onChanged }: VouchersProps) {
  const words = useWords().vouchers
  const [group, choose] = useState<(typeof groups)[number]>('open')
  const [shown, show] = useState<Voucher>()
  if (vouchers.length === 0) return null
  const of = (one: string) => vouchers.filter((voucher) => groupOf(voucher) === one)
  return (
    <section className="points-part">
      <h2>{words.title}</h2>
      <Chips
        label={words.title}
        choices={groups.map((value) => ({ value, text: `${words.groups[value]} (${of(value).length})` }))}
        chosen={group}
        onChoose={choose}
      />
      {of(group).length === 0 && <p className="muted">{words.none[group]}</p>}
      {of(group).map((voucher) =>
        group === 'open' ? (
          <OpenVoucher key={voucher.id} voucher={voucher} onShow={() => show(voucher)} />
        ) : (
          <PastVoucher key={voucher.id} voucher={voucher} />
        ),
      )}
      {shown && (
        <VoucherSheet
          voucher={shown}
          onClose={() => {
            show(undefined)
            onChanged()
          }}
        />
      )}
    </section>
  )
}

function OpenVoucher({ voucher, onShow }: { voucher: Voucher; onShow: () => void }) {
  const words = useWords().vouchers
  const days = useDays()
  const until = useUntil(voucher)
  const begins = Date.parse(voucher.validFrom) > Date.now() && words.from(days.date(days.dayOf(voucher.validFrom)))
  return (
    <Card>
      <div>
        <h3>{voucher.name}</h3>
        <p className="small muted">{[begins, until].filter(Boolean).join(' · ')}</p>
      </div>
      <Button look="soft" onPress={onShow}>
        {words.show}
        <span className="unseen"> {voucher.name}</span>
      </Button>
    </Card>
  )
}

function PastVoucher({ voucher: { name, state } }: { voucher: Voucher }) {
  const words = useWords().vouchers
  return (
    <Card>
      <div className="offer-head">
        <h3>{name}</h3>
        <span className="small muted">{words.states[state === 'open' ? 'lapsed' : state]}</span>
      </div>
    </Card>
  )
}
