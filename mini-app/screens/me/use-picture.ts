import { useEffect, useState } from 'react'
import { api, until } from '../../api.ts'

/** A photo as an address that an image can show: the server gives it only to who brings their session in a header. */
export function usePicture(id: string): { address: string | undefined; failed: boolean } {
  const [address, show] = useState<string>()
  const [failed, fail] = useState(false)

  useEffect(() => {
    const gone = new AbortController()
    let made: string | undefined
    pictureOf(id, gone.signal).then(
      (picture) => {
        if (gone.signal.aborted) return
        made = URL.createObjectURL(picture)
        show(made)
      },
      () => !gone.signal.aborted && fail(true),
    )
    return () => {
      gone.abort()
      if (made) URL.revokeObjectURL(made)
    }
  }, [id])

  return { address, failed }
}

async function pictureOf(id: string, signal: AbortSignal): Promise<Blob> {
  const told = await api.photos[':id'].$get({ param: { id } }, until(signal))
  if (!told.ok) throw new Error(`photo ${told.status}`)
  return told.blob()
}
