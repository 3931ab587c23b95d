import { Switch } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../../words/words.ts'
import { isBellOn, readyBell, ringBell, setBell } from './bell-sound.ts'

/** Rings once when switched on, so that one hears what will ring. */
export function SoundSwitch() {
  const { orders: words } = useWords()
  const [on, turn] = useState(isBellOn)
  return (
    <Switch
      label={words.sound}
      checked={on}
      onChange={(event) => {
        setBell(event.currentTarget.checked)
        turn(event.currentTarget.checked)
        readyBell()
        ringBell()
      }}
    />
  )
}
