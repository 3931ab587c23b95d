import { createRoot } from 'react-dom/client'
import type { Shop } from './api.ts'
import { App } from './app.tsx'
import { insideZalo } from './host.ts'
import { preferredLanguage, speak } from './language.ts'
import { navigate } from './router.ts'
import { beginSession } from './session.ts'
import { shopKept } from './shop.ts'
import { recall } from './storage.ts'
import { paint } from './theme.ts'
import './theme.css'
import { onOpenAt } from './zalo.ts'

/** Zalo's host builds the page itself, so the element may not be there. */
const place = document.getElementById('app') ?? document.body.appendChild(document.createElement('div'))

async function start() {
  const shop = recall<Shop>(shopKept)
  if (shop) paint(shop.brandColor)
  await speak(preferredLanguage()).catch(() => speak('vi'))
  createRoot(place).render(<App />)
  requestAnimationFrame(() => setTimeout(afterFirstPaint))
}

function afterFirstPaint() {
  if (!insideZalo) return
  beginSession()
  onOpenAt(navigate).catch(() => {})
}

void start()
