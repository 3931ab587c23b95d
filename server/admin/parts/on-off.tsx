import { useWords } from '../words/words.ts'
import { Tag } from './tag.tsx'

export function OnOff({ on }: { on: boolean }) {
  const words = useWords()
  return <Tag tone={on ? 'good' : 'quiet'}>{on ? words.on : words.off}</Tag>
}
