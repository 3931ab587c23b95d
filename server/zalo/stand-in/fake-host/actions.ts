import type { Scope } from '../people.ts'
import { consent } from './consent.ts'
import { answerStorage } from './native-storage.ts'
import { orderIn, payOnSheet } from './payment-sheet.ts'
import { askStandIn, type Permission } from './person.ts'
import { tellPhone } from './window-around.ts'

export interface Answer {
  error_code: number
  error_message?: string
  data?: unknown
}

/** What Zalo does when the SDK asks; `undefined` is silence. */
type Action = (params: Record<string, unknown>) => Answer | undefined | Promise<Answer | undefined>

const done = (data: unknown = {}): Answer => ({ error_code: 0, data })
const denied = (error_code: number): Answer => ({ error_code, error_message: 'User denied' })
const shop = () => window.APP_CONFIG.app.title

/** Answered by Zalo's servers rather than the app, hence wrapped once more; asking for consent is one of them. */
const dynamicApis = [{ action: 'action.mp.user.authorize', isSupported: true, clientHandle: false }]

const permissionOf: Record<Scope, Permission> = { 'scope.userInfo': 'userInfo', 'scope.userPhonenumber': 'phone' }
const wordsOf: Record<Scope, string> = {
  'scope.userInfo': 'Tên và ảnh đại diện',
  'scope.userPhonenumber': 'Số điện thoại',
}

/** Asks for what has not been granted yet, and remembers what is granted. */
async function grantAll(asked: Scope[]) {
  const setting = await askStandIn<Record<Scope, boolean>>('setting')
  const missing = asked.filter((scope) => !setting[scope])
  if (missing.length === 0) return 'grant'
  const permissions = missing.map((scope) => permissionOf[scope])
  const wanted = missing.map((scope) => wordsOf[scope])
  const choice = await consent(permissions, `${shop()} muốn được xem`, wanted)
  if (choice === 'grant') await askStandIn('consents', { granted: missing })
  return choice
}

async function follow(follows: boolean) {
  await askStandIn('following', { follows })
  return done()
}

const actions: Record<string, Action> = {
  'action.jump.login': async () => {
    const me = await askStandIn<{ login: string; userId: string; authorised: boolean }>('login')
    const cookie = (name: string, value: string) => ({ name: `h5.zdn.vn_${name}`, value })
    return done({
      cookiesOAuthLogins: [
        cookie('zoauth', me.login),
        cookie('zoauth_vrf', 'verifier'),
        cookie('zlink3rd', 'a-token-for-calls-from-script'),
      ],
      miniProgramConfig: {
        userId: me.userId,
        jwt: me.login,
        canUseAccessTokenByDefault: true,
        userAuthorized: me.authorised,
        dynamicApis,
        requiredAuthenList: [],
      },
    })
  },
  'action.mp.user.authorize': async ({ scopes }) => {
    const asked = (scopes as Scope[] | undefined) ?? ['scope.userInfo']
    const choice = await grantAll(asked)
    if (choice === 'silent') return undefined
    if (choice === 'deny') return denied(-201)
    const data = Object.fromEntries(asked.map((scope) => [scope, true]))
    return done(JSON.stringify({ error_code: 0, data }))
  },
  'action.mp.get.number': async () => {
    const choice = await grantAll(['scope.userPhonenumber'])
    if (choice === 'silent') return undefined
    return choice === 'deny' ? denied(-101) : done(await askStandIn('phone-code'))
  },
  'action.follow.oa': async () => {
    const choice = await consent(['follow'], `Quan tâm ${shop()}?`, ['Nhận tin tức và tư vấn của cửa hàng'])
    if (choice === 'silent') return undefined
    return choice === 'deny' ? denied(-201) : follow(true)
  },
  'action.unfollow.oa': () => follow(false),
  'action.mp.send.notification': async () => done(await askStandIn('notifications')),
  'action.open.chat': ({ msg }) => tell({ did: 'chat', text: String(msg ?? '') }),
  'action.open.phone': ({ phoneNum }) => tell({ did: 'call', number: String(phoneNum) }),
  'action.open.inapp': ({ url }) => {
    const orderId = orderIn(String(url))
    if (!orderId) return tell({ did: 'browse', url: String(url) })
    void payOnSheet(orderId)
    return done()
  },
  'action.open.outapp': ({ url }) => tell({ did: 'browse', url: String(url) }),
  'action.window.close': () => tell({ did: 'close' }),
  'action.change.title.header': ({ title }) => tell({ did: 'title', text: String(title) }),
  'action.zbrowser.mpds': (params) => answerStorage(params as unknown as Parameters<typeof answerStorage>[0]),
}

/** Things a phone does without an answer of interest: they succeed. */
const plain = [
  'action.change.actionbar',
  'action.change.actionbar.leftbutton.type',
  'action.change.bottombar',
  'action.create.shortcut',
  'action.hide.keyboard',
  'action.interactive.vibration',
  'action.keep.screen',
  'action.ma.menu.permission',
  'action.mp.close.loadingview',
  'action.open.sharesheet',
  'action.save.image.gallery',
  'action.show.toast',
]

/** Zalo's answer to an action of the SDK; -5 is what an older Zalo says to one it does not know. */
export function answerTo(action: string, params: Record<string, unknown>) {
  if (plain.includes(action)) return done()
  const known = actions[action]
  return known ? known(params) : { error_code: -5, error_message: 'Not supported' }
}

function tell(news: Parameters<typeof tellPhone>[0]) {
  tellPhone(news)
  return done()
}
