import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumArguments, chromiumPath } from '../../scripts/chromium.ts'
import { createHost, type Host } from './host.ts'
import { serveHost } from './host-server.ts'

/** This Node, and the machine's own where there is another. */
const nodes = new Set([
  process.execPath,
  ...(process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes('node_modules'))
    .map((folder) => join(folder, 'node'))
    .filter((path) => existsSync(path))
    .slice(0, 1),
])

const read = (name: string) => readFileSync(new URL(`../house/${name}`, import.meta.url), 'utf8')

/** What `attw` reports. */
interface Types {
  analysis: { entrypoints: Record<string, unknown> }
  problems?: Record<string, { resolutionKind?: string }[]>
}

describe('the packed tarball', () => {
  let host: Host
  beforeAll(() => {
    host = createHost()
  })
  afterAll(() => host?.remove())

  it('is well formed for publint', () => {
    expect(host.run('publint', 'run', host.tarball, '--strict')).toContain('All good!')
  })

  it('has types that every way of resolving finds', () => {
    const sheets = ['--exclude-entrypoints', 'styles.css', 'styles.layer.css']
    const found = host.run('attw', host.tarball, '--profile', 'node16', '--format', 'json', ...sheets)
    const { analysis, problems = {} }: Types = JSON.parse(found)
    expect(Object.keys(analysis.entrypoints)).toContain('./msw/browser')
    // The oldest way of resolving knows no `exports`.
    const known = Object.values(problems)
      .flat()
      .filter(({ resolutionKind }) => resolutionKind !== 'node10')
    expect(known).toEqual([])
  })

  it.each(['typescript', 'typescript-7'])(
    'type-checks in a host that checks libraries too, by %s',
    (name) => {
      const compiler = join(host.folder, 'node_modules', name, 'bin', 'tsc')
      expect(host.run(process.execPath, compiler, '--version')).toContain(name.endsWith('7') ? ' 7.' : ' 6.')
      expect(host.run(process.execPath, compiler, '--listFiles')).toContain(
        '@aicx/roster/dist/styles.css.d.ts',
      )
    },
  )

  it('renders every component that it exports on a server, alike from both kinds of module', () => {
    const { names, differ, table } = JSON.parse(host.run(process.execPath, 'render.mjs'))
    const exported = [...read('public-api/index.txt').matchAll(/^ {2}([A-Z]\w+)$/gm)].map(([, name]) => name)
    expect(names.length).toBeGreaterThan(15)
    expect(exported).toEqual(expect.arrayContaining(names))
    expect(differ).toEqual([])
    expect(table).toContain('Ada Lovelace')
  })

  it('renders a list and the page in a browser', async () => {
    host.run('npx', 'vite', 'build', '--logLevel', 'error')
    const server = await serveHost(join(host.folder, 'dist'))
    const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumArguments })
    try {
      const page = await browser.newPage()
      const loaded: string[] = []
      page.on('response', async (response) => {
        // A file that still loads when the browser is closed has no text.
        if (response.url().endsWith('.js')) loaded.push(await response.text().catch(() => ''))
      })
      await page.goto(server.url)
      const list = page.getByRole('list', { name: '2 users' })
      await list.waitFor()
      expect(await list.getByRole('listitem').allInnerTexts()).toEqual(['Ada Lovelace, Admin, no seat'])
      await page.getByRole('heading', { name: 'Users', level: 1 }).waitFor()
      const ada = page.getByRole('table', { name: 'Users' }).getByText('Ada Lovelace', { exact: true })
      await ada.waitFor()
      // The panel's details are preloaded when the browser is idle, from a file of their own.
      const withDetails = () => loaded.filter((text) => text.includes('roster-change-side'))
      await ada.click()
      await expect.poll(withDetails).toHaveLength(1)
      expect(loaded.filter((text) => text.includes('roster-users-table')).length).toBeGreaterThan(0)
      expect(withDetails().some((text) => text.includes('roster-users-table'))).toBe(false)
    } finally {
      await browser.close()
      server.close()
    }
  })

  it.each([...nodes])('is imported by %s', (node) => {
    expect(host.run(node, 'plain.mjs')).toContain('["object","function","function",true]')
  })

  it('works with its own mocks, from both kinds of module', () => {
    expect(host.run(process.execPath, 'mocks.mjs')).toContain('[1,"function","startWorker needs a browser')
  })

  it('is required, and renders every component, from CommonJS in Jest', () => {
    const report = JSON.parse(host.run('npx', 'jest', '--ci', '--json'))
    expect(report).toMatchObject({ success: true, numPassedTests: 3 })
  })
})
