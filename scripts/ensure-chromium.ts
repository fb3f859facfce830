import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromiumPath } from './chromium.ts'

/** Installs the browser for the tests if it is missing: Debian's as root, otherwise Playwright's. */
export function ensureChromium(): string {
  for (const install of [() => {}, installFromDebian, installFromPlaywright]) {
    install()
    const path = chromiumPath()
    if (path) return path
  }
  throw new Error(
    'No Chromium was found, and none could be installed: install Chromium or Google Chrome, or name one in CHROMIUM_PATH.',
  )
}

function installFromDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  run('apt-get', 'update', '--quiet')
  run('apt-get', 'install', '--yes', '--quiet', '--no-install-recommends', 'chromium')
}

function installFromPlaywright() {
  run('npx', 'playwright', 'install', 'chromium')
}

function run(command: string, ...args: string[]) {
  spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
}
