import { answerTo } from './actions.ts'
import { answerStorage } from './native-storage.ts'
import { keepHome } from './network.ts'
import { personStorage } from './storage.ts'
import { eventWasHandled, obeyPhone } from './window-around.ts'

declare global {
  interface Window {
    APP_ID: string
    APP_CONFIG: { app: { title: string } }
    onNativeMessage(id: string, action: string): (answer: string) => void
    zaloJSV2?: { zalo_h5_event_handler(id: string, name: string, data: string): void }
  }
}

// The SDK looks for a phone with Zalo on it, whatever browser the pretend phone is shown in.
const userAgent =
  'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36 Zalo android/25081840 ZaloTheme/light ZaloLanguage/vi'
Object.defineProperty(navigator, 'userAgent', { get: () => userAgent })
Object.defineProperty(window, 'localStorage', { value: personStorage })

keepHome()
obeyPhone()

/** The door between the SDK and Zalo's app on Android, as the SDK (2.51) expects it. */
Object.assign(window, {
  zaloVersionCode: 25081840,
  zLanguage: 'vi',
  zTheme: 'light',
  // Where the shop's server is; a Mini App in Zalo has this built in. Another origin, so that CORS is real.
  khachQuen: { apiUrl: `${location.protocol}//localhost:${location.port}` },
  ZJSBridge: { setJSToken() {}, setZAccSession() {} },
  ZaloJavaScriptInterface: {
    async jsCall(_jsToken: string, action: string, _accessToken: string, params: string, callback: string) {
      const answer = await answerTo(action, JSON.parse(params || '{}'))
      if (!answer) return
      // On Android the callback is a line of script: window.onNativeMessage("<id>", "<action>")
      const [id = '', name = ''] = [...callback.matchAll(/"([^"]*)"/g)].map(([, text]) => text)
      window.onNativeMessage(id, name)(JSON.stringify({ action, ...answer }))
    },
    jsH5EventCallback: (id: string) => eventWasHandled(id),
    processActionMPDS: (question: string) => JSON.stringify(answerStorage(JSON.parse(question))),
    getStatusBarHeight: () => 0,
  },
})
