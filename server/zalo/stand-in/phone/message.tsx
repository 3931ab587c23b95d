/** @jsxImportSource preact */
import type { Message, Person, PhoneState } from './api.ts'

/** What everything that draws a message is given. */
export interface MessageProps {
  message: Message
  state: PhoneState
  person: Person
  onOpenApp: (path: string) => void
  onDone: () => void
}

export function When({ at }: { at: string }) {
  return <time dateTime={at}>{timeOf(at)}</time>
}

function timeOf(at: string) {
  const format: Intl.DateTimeFormatOptions = {
    hour: '2-digit',
    minute: '2-digit',
    day: '2-digit',
    month: '2-digit',
    timeZone: 'Asia/Ho_Chi_Minh',
  }
  return new Intl.DateTimeFormat('en-GB', format).format(new Date(at))
}
