import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** Copies the repository's files, changed ones included, into a new temporary folder that shares the packages. */
export function copyRepository(root: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'roster-mutants-'))
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  })
  const paths = new Set(listed.split('\0').filter((path) => path && existsSync(join(root, path))))
  for (const path of paths) cpSync(join(root, path), join(copy, path))

  const folders = new Set([...paths].filter((path) => path.endsWith('package.json')).map(dirname))
  for (const folder of folders)
    linkPackages(join(root, folder, 'node_modules'), join(copy, folder, 'node_modules'))
  return copy
}

/** Links each package. A workspace's own link is repeated, so that it leads into the copy. */
function linkPackages(from: string, to: string) {
  if (!existsSync(from)) return
  mkdirSync(to)
  for (const name of readdirSync(from).filter((entry) => !entry.startsWith('.vite'))) {
    const source = join(from, name)
    if (lstatSync(source).isSymbolicLink()) symlinkSync(readlinkSync(source), join(to, name))
    else if (name.startsWith('@')) linkPackages(source, join(to, name))
    else symlinkSync(source, join(to, name))
  }
}
