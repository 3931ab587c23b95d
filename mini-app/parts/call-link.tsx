import type { ReactNode } from 'react'
import { insideZalo } from '../host.ts'
import { call } from '../zalo.ts'
import { Icon } from './icon.tsx'

/** Calls the shop: by Zalo's own way inside Zalo, by the phone's where that fails. */
export function CallLink({ phone, children }: { phone: string; children: ReactNode }) {
  const number = phone.replace(/[^\d+]/g, '')

  async function onPress() {
    const answer = await call(number)
    if (answer.state !== 'granted') location.href = `tel:${number}`
  }
  return (
    <a
      href={`tel:${number}`}
      className="button button-soft"
      onClick={(event) => {
        if (!insideZalo) return
        event.preventDefault()
        void onPress()
      }}
    >
      <Icon name="phone" size={20} />
      <span>{children}</span>
    </a>
  )
}
