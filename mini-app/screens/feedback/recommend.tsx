import { useWords } from '../../language.ts'

const marks = Array.from({ length: 11 }, (_, mark) => mark)

/** From 0 to 10, whether somebody would send a friend; may be left out. */
export function Recommend({ value, onChange }: { value: number | null; onChange: (mark: number | null) => void }) {
  const words = useWords().feedback
  return (
    <fieldset className="feedback-recommend">
      <legend>{words.recommend}</legend>
      <div className="feedback-marks">
        {marks.map((mark) => (
          <label key={mark} className="feedback-mark">
            <input
              type="radio"
              name="recommend"
              aria-label={words.mark(mark)}
              checked={value === mark}
              onChange={() => onChange(mark)}
            />
            <span aria-hidden="true">{mark}</span>
          </label>
        ))}
      </div>
      <p className="small muted feedback-ends">
        <span>{words.never}</span>
        <span>{words.surely}</span>
      </p>
    </fieldset>
  )
}
