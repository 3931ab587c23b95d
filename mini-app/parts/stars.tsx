import { useWords } from '../language.ts'
import { Icon } from './icon.tsx'
import './stars.css'

const scale = [1, 2, 3, 4, 5]

/** One to five, to be chosen; 0 is not chosen yet. */
export function StarsField({
  label,
  value,
  onChange,
}: {
  label: string
  value: number
  onChange: (value: number) => void
}) {
  const words = useWords()
  return (
    <fieldset className="stars-field">
      <legend className="unseen">{label}</legend>
      {scale.map((n) => (
        <label key={n} className={n <= value ? 'star star-lit' : 'star'}>
          <input
            type="radio"
            name="stars"
            className="unseen"
            checked={n === value}
            onChange={() => onChange(n)}
            aria-label={`${words.feedback.star(n)}, ${words.feedback.stars[n - 1]}`}
          />
          <Icon name="star" size={40} filled={n <= value} />
        </label>
      ))}
    </fieldset>
  )
}

/** What was given, small. */
export function Stars({ rating }: { rating: number }) {
  const words = useWords()
  return (
    <span className="stars" role="img" aria-label={words.bookings.rated(rating)}>
      {scale.map((n) => (
        <span key={n} className={n <= rating ? 'star-lit' : 'star-unlit'}>
          <Icon name="star" size={16} filled={n <= rating} />
        </span>
      ))}
    </span>
  )
}
