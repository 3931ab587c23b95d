import type { World } from './world.ts'

const mostBytes = 1024 * 1024
const lifeMs = 7 * 86_400_000

/** Keeps a picture for messages; a number is Zalo's refusal. What it is, its first bytes say. */
export async function keepImage(world: World, file: unknown) {
  if (!(file instanceof File)) return -201
  if (file.size > mostBytes) return -210
  const bytes = new Uint8Array(await file.arrayBuffer())
  const type = typeOf(bytes)
  if (!type) return -201
  const id = world.newId()
  world.images.set(id, { bytes, type, expires: world.now().getTime() + lifeMs })
  return { attachment_id: id }
}

function typeOf([first, second, third]: Uint8Array) {
  if (first === 0xff && second === 0xd8 && third === 0xff) return 'image/jpeg'
  if (first === 0x89 && second === 0x50 && third === 0x4e) return 'image/png'
  return undefined
}
