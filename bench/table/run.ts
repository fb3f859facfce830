import { mkdirSync, writeFileSync } from 'node:fs'
import { chromium } from 'playwright'
import { chromiumArguments, chromiumPath } from '../../scripts/chromium.ts'
import { buildSubject, type SubjectName, subjects } from './build-subjects.ts'
import { type Measures, measure } from './measure.ts'
import { report } from './report.ts'

const sizes = [50, 1_000, 100_000, 1_000_000]

/**
 * Measures a list of users as bare DOM, as a tuned React list, as our table and as our page. They take turns within a
 * round, so that a busy machine disturbs all of them alike. Options: the number of rounds (default 7), then sizes, and
 * `unhinted` to build all of them without the hint of `docs/speed.md`.
 */
export async function run(options: readonly string[]): Promise<void> {
  const hinted = !options.includes('unhinted')
  const [rounds = 7, ...asked] = options.filter((option) => option !== 'unhinted').map(Number)
  const built = new Map<SubjectName, Awaited<ReturnType<typeof buildSubject>>>()
  for (const name of subjects) built.set(name, await buildSubject(name, hinted))
  const executablePath = chromiumPath()
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: chromiumArguments,
  })
  const results: { rows: number; runs: Record<SubjectName, Measures[]> }[] = []
  try {
    for (const rows of asked.length > 0 ? asked : sizes) {
      const runs: Record<SubjectName, Measures[]> = { bare: [], list: [], table: [], page: [] }
      for (let round = 0; round < rounds; round += 1) {
        for (const [name, files] of built) runs[name].push(await measure(browser, files, rows))
      }
      results.push({ rows, runs })
      console.log(report(rows, runs))
    }
  } finally {
    await browser.close()
  }
  if (!hinted) return
  const folder = new URL('../results/', import.meta.url)
  mkdirSync(folder, { recursive: true })
  writeFileSync(new URL('table.json', folder), `${JSON.stringify(results, null, 2)}\n`)
}
