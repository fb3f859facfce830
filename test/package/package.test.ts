import { existsSync } from 'node:fs'
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

describe('the packed tarball', () => {
  let host: Host
  beforeAll(() => {
    host = createHost()
  })
  afterAll(() => host?.remove())

  it('is well formed for publint', () => {
    host.run('publint', 'run', host.tarball, '--strict')
  })

  it('has types that every way of resolving finds', () => {
    host.run(
      'attw',
      host.tarball,
      '--profile',
      'node16',
      '--exclude-entrypoints',
      'styles.css',
      'styles.layer.css',
    )
  })

  it('type-checks in a host that checks libraries too', () => {
    host.run('npx', 'tsc')
  })

  it('renders a list and the page in a browser', async () => {
    host.run('npx', 'vite', 'build', '--logLevel', 'error')
    const server = await serveHost(join(host.folder, 'dist'))
    const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumArguments })
    try {
      const page = await browser.newPage()
      const loaded: string[] = []
      page.on('response', async (response) => {
        if (response.url().endsWith('.js')) loaded.push(await response.text())
      })
      await page.goto(server.url)
      const list = page.getByRole('list', { name: '2 users' })
      await list.waitFor()
      expect(await list.getByRole('listitem').allInnerTexts()).toEqual(['Ada Lovelace, Admin, no seat'])
      await page.getByRole('heading', { name: 'Users', level: 1 }).waitFor()
      const ada = page.getByRole('table', { name: 'Users' }).getByText('Ada Lovelace', { exact: true })
      await ada.waitFor()
      const hasPanel = () => loaded.some((text) => text.includes('roster-panel-body'))
      expect(loaded.length).toBeGreaterThan(0)
      expect(hasPanel()).toBe(false)
      await ada.click()
      await expect.poll(hasPanel).toBe(true)
    } finally {
      await browser.close()
      server.close()
    }
  })

  it.each([...nodes])('is imported by %s', (node) => {
    expect(host.run(node, 'plain.mjs')).toContain('["object","function","function",true]')
  })

  it('answers itself by its mocks, from both kinds of module', () => {
    expect(host.run(process.execPath, 'mocks.mjs')).toContain('[1,"function"]')
  })

  it('is required from CommonJS in Jest', () => {
    host.run('npx', 'jest', '--ci')
  })
})
