import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { template } from '../app-config.json'

/**
 * Builds the Mini App and hands it to Zalo's own command line. That one prefers an app-config.json beside it to the
 * built one, so the built one is staged with `www/` in a folder of its own. It is fetched when it is needed: as a
 * dependency it would bring some sixty packages along.
 */
const cli = 'zmp-cli@4.0.3'
const root = dirname(dirname(fileURLToPath(import.meta.url)))
const stage = join(root, 'dist/zalo')
const www = join(stage, 'www')

if (existsSync(join(root, '.env'))) process.loadEnvFile(join(root, '.env'))

function refuse(why: string): never {
  process.stderr.write(`${why}\n`)
  process.exit(1)
}

if (!process.env.ZMP_TOKEN)
  refuse(`Not signed in to Zalo: set ZMP_TOKEN, or run \`npx ${cli} login\` here, which writes it to .env.`)
if (!template.apiUrl.startsWith('https://'))
  refuse('Phones could not reach the shop: set template.apiUrl in app-config.json to its https address.')

await build({ configFile: join(root, 'mini-app/vite.config.ts') })
rmSync(stage, { recursive: true, force: true })
mkdirSync(stage, { recursive: true })
cpSync(join(root, 'dist/mini-app'), www, { recursive: true })
rmSync(join(www, 'index.html'))
renameSync(join(www, 'app-config.json'), join(stage, 'app-config.json'))

const message = process.argv.slice(2).join(' ') || 'Khách Quen'
const { status } = spawnSync(
  'npx',
  ['--yes', cli, 'deploy', '--existing', '--passive', '--outputDir', 'www', '--desc', message],
  {
    cwd: stage,
    stdio: 'inherit',
  },
)
process.exitCode = status ?? 1
