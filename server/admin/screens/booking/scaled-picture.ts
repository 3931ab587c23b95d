import { photoMaxBytes } from '../../../../shared/booking.ts'
import { Problem } from '../../api.ts'
import { words } from '../../words/words.ts'

/** Of its longer side: enough to see skin and hair on a phone. */
const longestPixels = 1280
/** From good to poor, until it is small enough to be taken. */
const qualities = [0.85, 0.7, 0.5, 0.3]

/**
 * A photo as the shop keeps it: a JPEG of at most 1280 pixels, drawn anew, so that where and with which phone it was
 * taken stays behind.
 */
export async function scaledPicture(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file).catch(() => undefined)
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d')
  if (!picture || !context) throw new Problem('bad_input', words().photos.unreadable)
  const scale = Math.min(1, longestPixels / Math.max(picture.width, picture.height))
  canvas.width = Math.round(picture.width * scale) || 1
  canvas.height = Math.round(picture.height * scale) || 1
  context.fillStyle = '#fff' // what was see-through would turn black
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  for (const quality of qualities) {
    const jpeg = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality))
    if (jpeg && jpeg.size <= photoMaxBytes) return jpeg
  }
  throw new Problem('bad_input', words().photos.unreadable)
}
