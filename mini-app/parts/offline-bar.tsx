import { useSyncExternalStore } from 'react'
import { useWords } from '../language.ts'
import { Icon } from './icon.tsx'
import './offline-bar.css'

export function OfflineBar() {
  const words = useWords()
  const online = useSyncExternalStore(listen, () => navigator.onLine)
  return (
    <div role="status">
      {!online && (
        <p className="offline-bar">
          <Icon name="offline" size={20} />
          {words.offlineBar}
        </p>
      )}
    </div>
  )
}

function listen(listener: () => void) {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}
