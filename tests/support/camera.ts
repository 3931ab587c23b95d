import { writeFileSync } from 'node:fs'
import { encode } from 'uqr'

/** Chromium's pretend camera; without a film it shows a test picture. */
export const cameraArgs = (film?: string) => [
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  ...(film ? [`--use-file-for-fake-video-capture=${film}`] : []),
]

export const noCameraArgs = ['--use-fake-device-for-media-stream=device-count=0', '--use-fake-ui-for-media-stream']

const side = 480

/** A film of one picture, somebody holding up a code: YUV4MPEG2, grey. */
export function filmOf(text: string, path: string) {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const module = Math.floor(side / size)
  const grey = Buffer.alloc(side * side, 235)
  for (let y = 0; y < size * module; y++)
    for (let x = 0; x < size * module; x++)
      if (data[Math.floor(y / module)]![Math.floor(x / module)]) grey[y * side + x] = 16
  const head = Buffer.from(`YUV4MPEG2 W${side} H${side} F10:1 Ip A1:1 C420jpeg\nFRAME\n`)
  writeFileSync(path, Buffer.concat([head, grey, Buffer.alloc((side * side) / 2, 128)]))
}
