import './facts.css'
import { Icon, type IconName } from './icon.tsx'

export type Fact = { icon: IconName; label: string; text: string; more?: string | undefined }

/** When, with whom, where: one line each, told by a picture to eyes and by a word to ears. */
export function Facts({ of }: { of: Fact[] }) {
  return (
    <dl className="facts">
      {of.map(({ icon, label, text, more }) => (
        <div key={label} className="fact">
          <Icon name={icon} size={20} />
          <dt className="unseen">{label}</dt>
          <dd>
            {text}
            {more && <span className="fact-more">{more}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
