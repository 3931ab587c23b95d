import { useEffect, useRef, useState } from 'react'
import { openQrReader } from './qr-reader.ts'

export type CameraState = 'asking' | 'on' | 'none' | 'refused' | 'busy'

const readEveryMs = 150

/** Shows the camera in a video for as long as it is there, and tells each QR that it sees. */
export function useCamera(onRead: (text: string) => void) {
  const video = useRef<HTMLVideoElement>(null)
  const [state, setState] = useState<CameraState>('asking')
  const tell = useRef(onRead)
  tell.current = onRead

  useEffect(() => {
    const gone = new AbortController()
    openCamera(video.current!, gone.signal).then(
      async () => {
        if (gone.signal.aborted) return
        setState('on')
        await readAll(video.current!, (text) => tell.current(text), gone.signal)
      },
      (fault) => !gone.signal.aborted && setState(whyNot(fault)),
    )
    return () => gone.abort()
  }, [])

  return { video, state }
}

async function openCamera(video: HTMLVideoElement, gone: AbortSignal) {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
  const stop = () => {
    for (const track of stream.getTracks()) track.stop()
  }
  if (gone.aborted) return stop()
  gone.addEventListener('abort', stop)
  video.srcObject = stream
  await video.play()
}

async function readAll(video: HTMLVideoElement, tell: (text: string) => void, gone: AbortSignal) {
  const read = await openQrReader()
  while (!gone.aborted) {
    const text = !document.hidden && video.videoWidth ? await read(video).catch(() => undefined) : undefined
    if (text && !gone.aborted) tell(text)
    await new Promise((resolve) => setTimeout(resolve, readEveryMs))
  }
}

/** A page that is not served over TLS has no camera at all. */
function whyNot(fault: unknown): CameraState {
  const name = fault instanceof DOMException ? fault.name : ''
  if (name === 'NotAllowedError') return 'refused'
  return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'none'
}
