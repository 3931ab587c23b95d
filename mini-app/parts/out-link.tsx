import type { ReactNode } from 'react'
import { insideZalo } from '../host.ts'
import { openOutside } from '../zalo.ts'
import { Icon, type IconName } from './icon.tsx'

type OutLinkProps = { url: string; icon: IconName; children: ReactNode }

/** Leads out of the app, by Zalo's way inside Zalo. */
export function OutLink({ url, icon, children }: OutLinkProps) {
  return (
    <a
      href={url}
      target="_blank"
      rel="noreferrer"
      className="button button-soft"
      onClick={(event) => {
        if (!insideZalo) return
        event.preventDefault()
        void openOutside(url).then(({ state }) => state !== 'granted' && window.open(url))
      }}
    >
      <Icon name={icon} size={20} />
      <span>{children}</span>
    </a>
  )
}

/** The way to the shop, in whatever map the phone has. */
export const mapUrl = (address: string) =>
  `https://www.google.com/maps/search/?${new URLSearchParams({ api: '1', query: address })}`
