import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { projectFolder } from '../server/project.ts'

const folders = ['shared', 'drizzle', 'server', 'mini-app', 'tests']
const files = folders.flatMap((folder) =>
  readdirSync(join(projectFolder, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|css|mts)$/.test(entry.name))
    .map((entry) => relative(projectFolder, join(entry.parentPath, entry.name))),
)
const textOf = (file: string) => readFileSync(join(projectFolder, file), 'utf8')
const linesOf = (file: string) => textOf(file).split('\n').length - 1

type Arrow = { file: string; to: string; typeOnly: boolean }

/** Every import of a file, ours as a path from the project's root, others by their name. */
const arrows: Arrow[] = files
  .filter((file) => /\.tsx?$/.test(file))
  .flatMap((file) =>
    [
      ...textOf(file).matchAll(/^(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|import\('([^']+)'\)/gm),
    ].map(([, type, from, lazy]) => ({
      file,
      to: (from ?? lazy!).startsWith('.')
        ? relative(projectFolder, join(projectFolder, dirname(file), from ?? lazy!))
        : (from ?? lazy!),
      typeOnly: type !== undefined,
    })),
  )

const isOurs = (to: string) => folders.some((folder) => to.startsWith(`${folder}/`))
const features = [
  'staff',
  'catalog',
  'products',
  'customers',
  'payments',
  'loyalty',
  'offers',
  'packages',
  'booking',
  'orders',
  'feedback',
  'imports',
  'segments',
  'insights',
]
const featureOf = (file: string) => file.match(/^server\/([\w-]+)\//)?.[1] ?? ''
/** Edges alone hold a shop: they open writes and read the clock. */
const isEdge = (file: string) => /(routes|signed-in|may|deliver|rounds)\.ts$/.test(file)
const isAct = (file: string) => features.includes(featureOf(file)) && !isEdge(file)

describe('who may import whom', () => {
  const rules: [name: string, of: (file: string) => boolean, may: (arrow: Arrow) => boolean][] = [
    [
      'shared knows zod only',
      (file) => file.startsWith('shared/'),
      ({ to }) => to.startsWith('shared/') || to === 'zod',
    ],
    [
      'the tables know shared only',
      (file) => file.startsWith('drizzle/'),
      ({ to }) => /^(drizzle|shared)\//.test(to) || /^drizzle-(orm|kit)/.test(to),
    ],
    [
      'the Mini App has one door to the server, and never loads zod',
      (file) => file.startsWith('mini-app/') && !/(vite\.config|plugin|deploy)/.test(file),
      ({ file, to, typeOnly }) =>
        !isOurs(to) ||
        to.startsWith('mini-app/') ||
        (to.startsWith('shared/') && (typeOnly || !needsZod(to))) ||
        (to === 'server/api.ts' && typeOnly && file.length > 0),
    ],
    [
      'the admin page has one door to the server',
      (file) => file.startsWith('server/admin/'),
      ({ to, typeOnly }) =>
        !isOurs(to) || /^(server\/admin|shared)\//.test(to) || (to === 'server/admin-api.ts' && typeOnly),
    ],
    [
      'acts know tables, words, the outbox and acts to their left',
      isAct,
      ({ file, to }) =>
        !isOurs(to) ||
        /^(drizzle|shared)\//.test(to) ||
        ['server/database.ts', 'server/notifications/outbox.ts'].includes(to) ||
        (isAct(to) && features.indexOf(featureOf(to)) <= features.indexOf(featureOf(file))),
    ],
    [
      'the way to Zalo knows shared only',
      (file) => file.startsWith('server/zalo/') && !file.startsWith('server/zalo/stand-in/'),
      ({ to }) => !isOurs(to) || /^(server\/zalo|shared)\//.test(to),
    ],
    [
      'the stand-in knows Zalo only',
      (file) => file.startsWith('server/zalo/stand-in/'),
      ({ to }) => !isOurs(to) || /^(server\/zalo|shared)\//.test(to),
    ],
    [
      'nobody imports the ends',
      () => true,
      ({ file, to }) => file.startsWith('tests/') || !/^server\/(cli|build)\.ts$/.test(to),
    ],
  ]

  test.each(rules)('%s', (_, of, may) => {
    expect(files.some(of)).toBe(true)
    const wrong = arrows.filter((arrow) => of(arrow.file) && !may(arrow)).map(({ file, to }) => `${file} -> ${to}`)
    expect(wrong).toEqual([])
  })

  test('only edges hold a shop', () => {
    const wrong = arrows.filter(
      ({ file, to }) => to === 'server/shop.ts' && features.includes(featureOf(file)) && !isEdge(file),
    )
    expect(wrong).toEqual([])
  })
})

test('half of the files have fewer than 70 lines, none more than 250', () => {
  const sizes = files.map(linesOf).sort((a, b) => a - b)
  expect(files.filter((file) => linesOf(file) > 250)).toEqual([])
  expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThan(70)
})

test('no barrels: an index.ts is only where drizzle needs one', () => {
  expect(files.filter((file) => /(^|\/)index\.tsx?$/.test(file))).toEqual(['drizzle/schema/index.ts'])
})

test('no default exports but where a tool demands one', () => {
  const demanded = /(config\.ts|tests\/support\/(template|chromium)\.ts|\.d\.ts)$/
  expect(files.filter((file) => /^export default /m.test(textOf(file)) && !demanded.test(file))).toEqual([])
})

test('names say what a thing is: none of the words that say nothing', () => {
  expect(files.filter((file) => /(utils|helpers|manager|handler|misc)\b/i.test(file))).toEqual([])
})

function needsZod(file: string, seen = new Set<string>()): boolean {
  if (seen.has(file)) return false
  seen.add(file)
  return arrows.some(
    (arrow) =>
      arrow.file === file &&
      !arrow.typeOnly &&
      (arrow.to === 'zod' || (arrow.to.startsWith('shared/') && needsZod(arrow.to, seen))),
  )
}
