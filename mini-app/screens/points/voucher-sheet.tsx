import { useState } from 'react'
import { answerOf } from '../../answer.ts'
import { api, type Voucher } from '../../api.ts'
import { useWords } from '../../language.ts'
import { useAct } from '../../load.ts'
import { Button } from '../../parts/button.tsx'
import { ActProblem } from '../../parts/loaded.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { usePointWords } from '../../point-words.ts'
import { VoucherCode } from './voucher-code.tsx'

type VoucherSheetProps = { voucher: Voucher; onClose: () => void }

/** The code to show; and, after a second thought, the way to give it back. */
export function VoucherSheet({ voucher, onClose }: VoucherSheetProps) {
  const words = useWords()
  const [isGiving, give] = useState(false)
  if (isGiving) return <GiveBack voucher={voucher} onKeep={() => give(false)} onClose={onClose} />
  return (
    <Sheet title={voucher.name} onClose={onClose}>
      <VoucherCode voucher={voucher} />
      {voucher.words && <p className="small offer-terms">{voucher.words}</p>}
      <Button wide onPress={onClose}>
        {words.close}
      </Button>
      <Button look="plain" wide onPress={() => give(true)}>
        {words.vouchers.giveBack}
      </Button>
    </Sheet>
  )
}

function GiveBack({ voucher, onKeep, onClose }: VoucherSheetProps & { onKeep: () => void }) {
  const words = useWords().vouchers
  const say = usePointWords()
  const end = useAct(async () => {
    await answerOf(api.vouchers[':id'].$delete({ param: { id: voucher.id } }))
    onClose()
  })
  return (
    <Sheet title={words.sureTitle} onClose={onClose}>
      <p className="strong">{voucher.name}</p>
      <p className="muted">{voucher.points > 0 ? words.sureWords(say(voucher.points)) : words.sureFree}</p>
      <ActProblem of={end} />
      <Button look="danger" wide busy={end.busy} onPress={end.run}>
        {words.sureYes}
      </Button>
      <Button look="plain" wide onPress={onKeep}>
        {words.sureNo}
      </Button>
    </Sheet>
  )
}
