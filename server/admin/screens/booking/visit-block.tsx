import { Popover } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { type CSSProperties, useState } from 'react'
import type { Visit } from '../../answers.ts'
import { useFormats } from '../../parts/formats.ts'
import { useWords } from '../../words/words.ts'
import css from './timeline.module.css'
import { VisitCard } from './visit-card.tsx'
import { isLate, minutesLate, nameOf, statusOf } from './visits.ts'

type Props = { visit: Visit; part: Visit['parts'][number]; now: number; style: CSSProperties }

/** A visit, or one service of it, on the line of time; touched, it shows the whole card with what can be done now. */
export function VisitBlock({ visit, part, now, style }: Props) {
  const words = useWords()
  const { time } = useFormats()
  const [opened, { toggle, close }] = useDisclosure(false)
  const late = isLate(visit, now)
  const [asking, setAsking] = useState(false)
  const short = Date.parse(part.endsAt) - Date.parse(part.startsAt) < 30 * 60_000 ? css.short : ''
  const state = late ? css.late : css[visit.status]
  return (
    <Popover
      opened={opened}
      onChange={close}
      width={320}
      position="right-start"
      shadow="md"
      radius={8}
      trapFocus={!asking}
      closeOnClickOutside={!asking}
      closeOnEscape={!asking}
      withinPortal
      zIndex={150} // below the dialogs that its buttons open
    >
      <Popover.Target>
        <button type="button" className={`${css.visit} ${state ?? ''} ${short}`} style={style} onClick={toggle}>
          <span className={css.name}>{nameOf(visit, words)}</span>
          {time(part.startsAt)} {part.name} ·{' '}
          {late ? words.today.lateBy(minutesLate(visit, now)) : statusOf(visit, words)}
        </button>
      </Popover.Target>
      <Popover.Dropdown p={16}>
        <VisitCard visit={visit} onDone={close} onAsking={setAsking} />
      </Popover.Dropdown>
    </Popover>
  )
}
