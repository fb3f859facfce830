import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium } from 'playwright'
import { chromiumArguments, chromiumPath } from '../../scripts/chromium.ts'
import { type SubjectName, subjects, weighSubjects } from './build-subjects.ts'
import { costs, median, speeds } from './costs.ts'
import { hiddenLogout } from './hidden-tab.ts'
import { type Stage, scenarios, timeoutMs } from './scenarios.ts'
import { servePages } from './serve-pages.ts'
import type { SubjectOptions } from './subject.ts'

type Row = [name: string, ...cells: string[]]

const folder = fileURLToPath(new URL('../', import.meta.url))

/**
 * Compares our idle logout with react-idle-timer: what both do in the same situations, and what they cost. Both are
 * measured in the same run. Options: part of the names of scenarios and measurements. @default all
 */
export async function run([wanted = '']: readonly string[]): Promise<void> {
  if (!existsSync(`${folder}node_modules/react-idle-timer`))
    spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--legacy-peer-deps'], {
      cwd: folder,
      stdio: 'inherit',
    })
  const pages = await servePages()
  const executablePath = chromiumPath()
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: chromiumArguments,
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  })
  const isWanted = (name: string) => name.includes(wanted)
  const rows: Row[] = []
  const add = (row: Row) => {
    rows.push(row)
    console.log(`| ${row.join(' | ')} |`)
  }
  console.log(`| | ${subjects.join(' | ')} |\n|---|${subjects.map(() => '---|').join('')}`)
  try {
    for (const [name, play] of Object.entries(scenarios)) {
      if (!isWanted(name)) continue
      const found = await inBoth(browser, pages.address, play)
      add([name, ...found.map(({ isRight, what }) => `${isRight ? '✓' : '✗'} ${what}`)])
    }
    for (const row of await weighSubjects()) if (isWanted(row[0])) add(row)
    for (const [name, measure] of Object.entries(speeds)) {
      if (!isWanted(name)) continue
      const turns: number[][] = []
      for (let turn = 0; turn < 7; turn += 1) turns.push(await inBoth(browser, pages.address, measure))
      const cells = subjects.map((_, index) => median(turns.map((turn) => turn[index] ?? 0)).toFixed(1))
      add([`${name} (median of 7 turns)`, ...cells])
    }
    for (const [name, measure] of Object.entries(costs))
      if (isWanted(name)) add([name, ...(await inBoth(browser, pages.address, measure))])
    const hidden = 'hidden for T = 30 s, timers slowed to one a minute, from the last activity'
    if (isWanted(hidden)) {
      const options = { timeoutMs: 30_000, warnMs: 10_000, hooks: 1, session: 'hidden' }
      const logouts = subjects.map((name) => hiddenLogout(addressOf(pages.address, name, options), 100_000))
      add([hidden, ...(await Promise.all(logouts))])
    }
  } finally {
    await browser.close()
    pages.close()
  }
  if (wanted) return
  const results = new URL('../results/', import.meta.url)
  mkdirSync(results, { recursive: true })
  writeFileSync(new URL('idle.json', results), `${JSON.stringify({ subjects, rows }, null, 1)}\n`)
}

const addressOf = (address: string, name: SubjectName, options: SubjectOptions) =>
  `${address}/${name}?options=${encodeURIComponent(JSON.stringify(options))}`

/** Plays the same with both subjects, one after the other, each in its own browser profile. */
async function inBoth<Result>(
  browser: Browser,
  address: string,
  play: (stage: Stage) => Promise<Result>,
): Promise<Result[]> {
  const found: Result[] = []
  for (const name of subjects) {
    const context = await browser.newContext()
    try {
      found.push(
        await play({
          context,
          async open(options) {
            const page = await context.newPage()
            await page.goto(
              addressOf(address, name, { timeoutMs, warnMs: 1_000, hooks: 1, session: 's1', ...options }),
            )
            return page
          },
        }),
      )
    } finally {
      await context.close()
    }
  }
  return found
}
