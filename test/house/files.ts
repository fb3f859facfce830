import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

const root = new URL('../../', import.meta.url)

/** The project's files that git keeps or would keep, as paths from the root. */
export const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => path && existsSync(new URL(path, root)))

/** The text of a file of the project. */
export const read = (path: string) => readFileSync(new URL(path, root), 'utf8')
