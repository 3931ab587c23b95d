import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type InlineConfig } from 'vite'
import { projectFolder } from './project.ts'

/** What is built, from which folders and how. `npm start` builds what is missing or stale; `--watch` keeps building. */
const parts: { name: string; from: string[]; config: InlineConfig }[] = [
  browserPart('mini-app', ['mini-app', 'shared', 'app-config.json'], 'mini-app/vite.config.ts'),
  browserPart('admin', ['server/admin', 'shared'], 'server/admin/vite.config.ts'),
  browserPart('phone', ['server/zalo/stand-in/phone', 'shared'], 'server/zalo/stand-in/phone/vite.config.ts'),
  {
    name: 'server',
    from: ['server', 'shared', 'drizzle/schema'],
    config: {
      configFile: false,
      build: { ssr: 'server/cli.ts', outDir: 'dist/server', target: 'node20', sourcemap: true, emptyOutDir: true },
    },
  },
]

function browserPart(name: string, from: string[], configFile: string) {
  return { name, from, config: { configFile: join(projectFolder, configFile) } }
}

const watch = process.argv.includes('--watch')
process.chdir(projectFolder)
for (const { name, from, config } of parts) {
  const stampFile = `dist/.built/${name}`
  const stamp = contentHash([...from, 'package-lock.json'])
  if (!watch && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) continue
  if (watch && name === 'server') continue // tsx runs the source
  await build({ logLevel: 'warn', ...config, build: { ...config.build, ...(watch && { watch: {} }) } })
  mkdirSync('dist/.built', { recursive: true })
  writeFileSync(stampFile, stamp)
}

/** Changes when any file below these paths does. */
function contentHash(paths: string[]): string {
  const hash = createHash('sha256')
  for (const path of paths) {
    const files = path.includes('.')
      ? [path]
      : readdirSync(path, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
          .sort()
    for (const file of files) hash.update(file).update(readFileSync(file))
  }
  return hash.digest('hex')
}
