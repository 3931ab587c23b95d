import { useState } from 'react'
import { answerOf } from '../../answer.ts'
import { api, type Me, until } from '../../api.ts'
import { useWords } from '../../language.ts'
import { type Loading, useAct, useLoad } from '../../load.ts'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { ActProblem, Loaded } from '../../parts/loaded.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { Skeleton } from '../../parts/skeleton.tsx'
import './my-messages.css'
import { type MyPhoto, PhotosByVisit } from './photos-by-visit.tsx'

type MyPhotosProps = { me: Pick<Me, 'allowsPhotos'>; onChanged: () => void }

/** Photos are off until the shopper allows them; off again, the shop has deleted them. */
export function MyPhotos({ me: { allowsPhotos }, onChanged }: MyPhotosProps) {
  const words = useWords().myPhotos
  const photos: Loading<MyPhoto[]> = useLoad(allowsPhotos ? 'photos' : undefined, (signal) =>
    answerOf(api.photos.$get({}, until(signal))),
  )
  const kept = photos.answer?.length ?? 0
  const [isAsking, ask] = useState(false)
  const turn = useAct(async (granted: boolean) => {
    await answerOf(api.me.consents[':purpose'].$put({ param: { purpose: 'photos' }, json: { granted } }))
    ask(false)
    onChanged()
  })
  return (
    <Card>
      <div>
        <label className="me-wish">
          <span className="me-label">{words.label}</span>
          <input
            type="checkbox"
            role="switch"
            aria-checked={allowsPhotos}
            className="me-wish-switch"
            aria-describedby="me-photos"
            checked={allowsPhotos}
            disabled={turn.busy}
            onChange={() => (allowsPhotos && kept > 0 ? ask(true) : void turn.run(!allowsPhotos))}
          />
        </label>
        <p id="me-photos" className="small muted">
          {words.why}
        </p>
        {!isAsking && <ActProblem of={turn} />}
      </div>
      {allowsPhotos && (
        <Loaded of={photos} shape={<Skeleton height={120} />}>
          {(mine) => (mine.length ? <PhotosByVisit photos={mine} /> : <p className="small muted">{words.none}</p>)}
        </Loaded>
      )}
      {isAsking && (
        <Sheet title={words.sheetTitle} onClose={() => ask(false)}>
          <p className="muted">{words.sheetWords(kept)}</p>
          <ActProblem of={turn} />
          <Button look="danger" wide busy={turn.busy} onPress={() => turn.run(false)}>
            {words.sheetYes}
          </Button>
          <Button look="plain" wide onPress={() => ask(false)}>
            {words.sheetNo}
          </Button>
        </Sheet>
      )}
    </Card>
  )
}
