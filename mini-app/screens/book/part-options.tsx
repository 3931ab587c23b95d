import { formatVnd } from '../../../shared/money.ts'
import { useWords } from '../../language.ts'
import { Chips } from '../../parts/chips.tsx'
import { Tick } from '../../parts/tick.tsx'
import { useShop } from '../../shop.ts'
import { doersOf, type WishedPart } from '../../wish.ts'
import { StaffChoice } from './staff-choice.tsx'

type PartOptionsProps = { part: WishedPart; onChange: (part: WishedPart) => void }

/** How long or how much of a service, what more with it, and by whom: only what there is to choose. */
export function PartOptions({ part, onChange }: PartOptionsProps) {
  const words = useWords()
  const shop = useShop()
  const { variants, addons, ...service } = shop.services.find(({ id }) => id === part.serviceId)!
  const doers = doersOf({ variants, addons, ...service }, shop.staff)
  const turn = (id: string, on: boolean) =>
    onChange({ ...part, addonIds: on ? [...part.addonIds, id] : part.addonIds.filter((each) => each !== id) })

  return (
    <>
      {variants.length > 0 && (
        <Chips
          label={words.book.variant}
          choices={variants.map(({ id, name, durationMinutes, priceVnd }) => ({
            value: id,
            text: name,
            more: `${words.minutes(durationMinutes)} · ${formatVnd(priceVnd)}`,
          }))}
          chosen={part.variantId ?? undefined}
          onChoose={(variantId) => onChange({ ...part, variantId })}
        />
      )}
      {addons.length > 0 && (
        <fieldset className="chips">
          <legend>{words.book.addons}</legend>
          <div className="ticks">
            {addons.map(({ id, name, minutes, priceVnd }) => (
              <Tick
                key={id}
                text={name}
                more={minutes > 0 ? words.moreMinutes(minutes) : undefined}
                side={`+${formatVnd(priceVnd)}`}
                on={part.addonIds.includes(id)}
                onChange={(on) => turn(id, on)}
              />
            ))}
          </div>
        </fieldset>
      )}
      {doers.length > 1 && (
        <StaffChoice
          staff={doers}
          chosen={part.staffId ?? ''}
          onChoose={(id) => onChange({ ...part, staffId: id || null })}
        />
      )}
    </>
  )
}
