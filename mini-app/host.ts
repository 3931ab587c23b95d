import { template } from '../app-config.json'

declare global {
  interface Window {
    APP_ID: string
    zLanguage?: string
    khachQuen?: { apiUrl?: string }
  }
}

/** Where Zalo serves this app, `/zapps/<id>`; empty in a plain browser. */
export const basePath = /^\/zapps\/[^/]+/.exec(location.pathname)?.[0] ?? ''

/** Zalo's SDK looks at the address and nothing else; so do we, without loading it. */
export const insideZalo = location.hostname.includes('h5.zdn.vn') && basePath !== ''

const shopServer = window.khachQuen?.apiUrl || template.apiUrl || location.origin

export const apiRoot = `${shopServer}/api`

/** A page of the shop's own people, which is no part of this app. */
export const adminPage = (page: string) => `${shopServer}/admin${page}`

export const configuredOaId: string = template.oaId

/** A link that opens the page the reader is on inside Zalo; undefined while nobody said which app this is. */
export const linkIntoZalo = () => linkInto(location.pathname.slice(basePath.length) || '/')

/** A link that opens a place of the app inside Zalo, for somebody else's phone too. */
export function linkInto(place: string): string | undefined {
  const appId = window.APP_ID ?? basePath.split('/')[2]
  return appId && `https://zalo.me/s/${appId}${place}`
}
