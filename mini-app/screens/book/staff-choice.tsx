import type { Staff } from '../../api.ts'
import { useWords } from '../../language.ts'
import { Face } from '../../parts/face.tsx'
import { Icon } from '../../parts/icon.tsx'
import './staff-choice.css'

type StaffChoiceProps = { staff: Staff[]; chosen: string; onChoose: (staffId: string) => void }

/** Anybody first: it leaves the most times to choose from. */
export function StaffChoice({ staff, chosen, onChoose }: StaffChoiceProps) {
  const words = useWords()
  const choices = [{ id: '', name: words.book.anyone, photoUrl: null }, ...staff]
  return (
    <fieldset className="staff-choice">
      <legend>{words.book.who}</legend>
      <div className="strip">
        {choices.map(({ id, name, photoUrl }) => (
          <label key={id} className={id === chosen ? 'staff staff-chosen' : 'staff'}>
            <input type="radio" name="staff" className="unseen" checked={id === chosen} onChange={() => onChoose(id)} />
            {id ? (
              <Face name={name} photoUrl={photoUrl} size={44} />
            ) : (
              <span className="face staff-anyone" aria-hidden="true">
                <Icon name="people" size={24} />
              </span>
            )}
            <span className="small">{name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
