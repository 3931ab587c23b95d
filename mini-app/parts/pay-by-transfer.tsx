import { useState } from 'react'
import { formatVnd } from '../../shared/money.ts'
import type { Payment } from '../api.ts'
import { useWords } from '../language.ts'
import { useAct } from '../load.ts'
import { savePicture } from '../zalo.ts'
import { Button } from './button.tsx'
import { CopyRow } from './copy-row.tsx'

/** What the customer's bank needs: a code to scan, and the same in words to copy. */
export function PayByTransfer({ payment: { dueVnd, memo, account, svg } }: { payment: Payment }) {
  const { paying } = useWords()
  const vnd = formatVnd(dueVnd)
  return (
    <>
      {svg && <img className="pay-code" src={addressOfSvg(svg)} alt={paying.picture(vnd)} />}
      {svg && <SaveCode svg={svg} />}
      {!account && <p className="small">{paying.noAccount}</p>}
      <div>
        <CopyRow label={paying.amount} shown={vnd} value={String(dueVnd)} />
        {memo && <CopyRow label={paying.memo} shown={memo} value={memo} />}
        {account && (
          <CopyRow
            label={paying.account}
            shown={account.accountNo}
            value={account.accountNo}
            under={paying.at(account.bank, account.holder)}
          />
        )}
      </div>
      {svg && (
        <section>
          <h3>{paying.how}</h3>
          <ol className="pay-steps small">
            {paying.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </section>
      )}
    </>
  )
}

const addressOfSvg = (svg: string) => `data:image/svg+xml,${encodeURIComponent(svg)}`

function SaveCode({ svg }: { svg: string }) {
  const { paying } = useWords()
  const [isSaved, tell] = useState<boolean>()
  const save = useAct(async () => tell((await savePicture(await pictureOf(svg))).state === 'granted'))
  return (
    <>
      <Button wide look="soft" busy={save.busy} onPress={save.run}>
        {paying.save}
      </Button>
      <p className="small" role="status">
        {isSaved === true && paying.saved}
        {isSaved === false && paying.notSaved}
      </p>
    </>
  )
}

const pictureSize = 720

/** Bank apps read photos, not drawings. */
async function pictureOf(svg: string) {
  const drawing = new Image()
  drawing.src = addressOfSvg(svg)
  await drawing.decode()
  const canvas = Object.assign(document.createElement('canvas'), { width: pictureSize, height: pictureSize })
  canvas.getContext('2d')!.drawImage(drawing, 0, 0, pictureSize, pictureSize)
  return canvas.toDataURL('image/png')
}
