import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { entries } from './entries.ts'
import { isFresh } from './fresh.ts'

process.chdir(fileURLToPath(new URL('../', import.meta.url)))

const modules = Object.keys(entries()).flatMap((name) => [`dist/${name}.js`, `dist/${name}.d.ts`])
const library = [...modules, 'dist/styles.css']

build('the library', library, ['src', 'package.json', 'tsup.config.ts', 'scripts/build.ts'], 'build')
build(
  'the demo',
  ['demo/dist/index.html'],
  ['demo/src', 'demo/public', 'demo/index.html', 'demo/vite.config.ts', ...library],
  'build',
  '--workspace',
  'demo',
)

const { startDemo } = await import('../demo/server/start.ts')
process.exitCode = await startDemo()

function build(name: string, outputs: string[], sources: string[], ...command: string[]) {
  if (isFresh(outputs, sources)) return
  console.log(`Building ${name} …`)
  const { status, error } = spawnSync('npm', ['run', '--silent', ...command], { stdio: 'inherit' })
  if (status === 0) return
  console.error(`Building ${name} failed: ${error?.message ?? `npm exited ${status}`}.`)
  process.exit(1)
}
