/** @jsxImportSource preact */
import type { Person } from './api.ts'

interface Props {
  people: Person[]
  chosen: Person
  onChoose: (key: string) => void
}

export function People({ people, chosen, onChoose }: Props) {
  return (
    <section class="people" aria-labelledby="people">
      <h2 id="people">Người</h2>
      <ul>
        {people.map((person) => (
          <li key={person.key}>
            <button type="button" aria-pressed={person === chosen} onClick={() => onChoose(person.key)}>
              <img src={person.avatarUrl} alt="" width={44} height={44} />
              <span>
                <strong>{person.name}</strong>
                <small>{person.phone}</small>
                <small>{standing(person)}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function standing({ hasZalo, follows }: Person) {
  if (!hasZalo) return 'Chưa dùng Zalo'
  return follows ? 'Đang quan tâm' : 'Chưa quan tâm'
}
