import jsQR from 'jsqr'
import type { Locator } from 'playwright-core'

/** What a camera before this part of the screen would read. */
export async function readFromScreen(part: Locator): Promise<string | undefined> {
  const picture = (await part.screenshot()).toString('base64')
  const { width, height, pixels } = await part.page().evaluate(async (base64) => {
    const image = new Image()
    image.src = `data:image/png;base64,${base64}`
    await image.decode()
    const { width, height } = image
    const canvas = Object.assign(document.createElement('canvas'), { width, height })
    const pen = canvas.getContext('2d')!
    pen.drawImage(image, 0, 0)
    return { width, height, pixels: [...pen.getImageData(0, 0, width, height).data] }
  }, picture)
  return jsQR(Uint8ClampedArray.from(pixels), width, height)?.data
}
