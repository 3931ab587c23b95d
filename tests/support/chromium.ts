import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import type { TestProject } from 'vitest/node'

const places = [process.env.CHROMIUM ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Finds a Chromium for the browser tests; on Debian as root it installs one. */
export default function setup(project: TestProject) {
  const found = findChromium() ?? installed()
  if (!found)
    throw new Error(
      'The browser tests need Chromium: sudo apt-get install -y chromium fonts-noto-core (or set CHROMIUM to its path).',
    )
  project.provide('chromium', found)
}

const findChromium = () => places.find((place) => place && existsSync(place))

function installed(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', 'chromium', 'fonts-noto-core'],
  ])
    spawnSync('apt-get', args, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
  return findChromium()
}

declare module 'vitest' {
  export interface ProvidedContext {
    chromium: string
  }
}
