import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Reached } from '../test/reach.ts'

/**
 * What is tried how often where there is time. Parameters name the files to run; a number sets for how many seconds
 * `fire` lasts, as in `npm run test:deep -- fire 10`.
 */
const counts = {
  ROSTER_RACES: '1000',
  ROSTER_FUZZ: '8000',
  ROSTER_HOSTILE_RUNS: '20000',
  ROSTER_RANDOM_KEYS: '60',
  ROSTER_IDLE_PROGRAMS: '10000',
  ROSTER_INVITATION_PROGRAMS: '3000',
  ROSTER_MAILS: '500',
  ROSTER_LATE_HEARTBEATS: '1000',
  ROSTER_REACT_18: 'all',
}
const files = [
  'test/backend/node/races',
  'test/client/hostile.test.ts',
  'interleavings',
  'test/state/idle',
  'test/backend/core/invitations/model.test.ts',
  'test/backend/node/email/mail-worker.test.ts',
  'test/backend/node/idle-logout.test.ts',
  'random-keys',
  'test/deep',
]

const folder = mkdtempSync(join(tmpdir(), 'roster-deep-'))
const report = join(folder, 'reached.jsonl')
const [numbers = [], asked = []] = [true, false].map((isNumber) =>
  process.argv.slice(2).filter((parameter) => /^\d+$/.test(parameter) === isNumber),
)
// The application on Next.js installs the library as it is built.
if (asked.length === 0) spawnSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' })
const env = {
  ...counts,
  ...(numbers[0] && { ROSTER_FIRE_SECONDS: numbers[0] }),
  ...process.env,
  ROSTER_DEEP_REPORT: report,
}
const runs = (projects: string[], names: string[]) =>
  spawnSync('vitest', ['run', ...projects.flatMap((name) => ['--project', name]), ...names], {
    stdio: 'inherit',
    env,
  }).status ?? 1
const status = runs(['node', 'browser', 'deep'], asked.length > 0 ? asked : files)
const onReact18 = asked.length > 0 ? 0 : runs(['react-18'], [])

const rows: Reached[] = existsSync(report)
  ? readFileSync(report, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
  : []
rmSync(folder, { recursive: true })
console.table(rows)
const short = rows.filter(({ floor, reached }) => reached < floor)
for (const { area, floor, reached } of short) console.error(`${area}: ${reached} of ${floor}.`)
process.exitCode = status || onReact18 || (short.length > 0 ? 1 : 0)
