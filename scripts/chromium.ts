import { existsSync } from 'node:fs'
import { chromium } from 'playwright'

/** Switches for a Chromium that runs as root, without a screen and without background requests. */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const candidates = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The browser that tests drive: `CHROMIUM_PATH`, the system's, or Playwright's own; undefined without one. */
export function chromiumPath(): string | undefined {
  return [...candidates, chromium.executablePath()].find((path) => path && existsSync(path))
}
