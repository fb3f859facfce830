import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** A fresh project of someone else, with the packed library installed. */
export interface Host {
  folder: string
  tarball: string
  /** Runs a command there and answers what it prints; a failure carries its output. */
  run(command: string, ...args: string[]): string
  remove(): void
}

/** Packs the library as it is built, and installs it into a copy of an application outside the repository. */
export function createHost(application = join(root, 'test/package/host')): Host {
  const folder = mkdtempSync(join(tmpdir(), 'roster-host-'))
  const run = (command: string, ...args: string[]) => execute(folder, command, ...args)
  cpSync(application, folder, { recursive: true })
  execute(root, 'npm', 'pack', '--silent', '--pack-destination', folder)
  const [packed = ''] = readdirSync(folder).filter((name) => name.endsWith('.tgz'))
  const tarball = join(folder, packed)
  run('npm', 'install', '--prefer-offline', '--no-audit', '--no-fund', '--silent', tarball)
  return { folder, tarball, run, remove: () => rmSync(folder, { recursive: true }) }
}

function execute(cwd: string, command: string, ...args: string[]): string {
  try {
    return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: 'pipe' })
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }
    throw new Error(`${command} ${args.join(' ')}\n${stdout}${stderr}`)
  }
}
