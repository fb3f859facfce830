import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { chromium } from 'playwright'
import { expect, it, onTestFinished } from 'vitest'
import { chromiumArguments, chromiumPath } from '../../scripts/chromium.ts'
import { temporaryFolder } from '../e2e/temporary-folder.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

/** Serves a folder below a path, and nothing beside it. */
async function serveBelow(base: string, folder: string): Promise<string> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host')
    const file = join(folder, pathname.slice(base.length))
    if (!pathname.startsWith(base) || !existsSync(file)) return response.writeHead(404).end()
    const type = types[extname(file)] ?? 'application/octet-stream'
    response.writeHead(200, { 'Content-Type': type }).end(readFileSync(file))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('The server has no port.')
  return `http://127.0.0.1:${address.port}${base}`
}

it('Storybook, built, plays its backend below any path', async () => {
  const folder = temporaryFolder()
  const storybook = ['storybook', 'build', '--quiet', '--output-dir', folder]
  await promisify(execFile)('npx', storybook, { cwd: root })
  const address = await serveBelow('/some/base/', folder)
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumArguments })
  onTestFinished(() => browser.close())
  const page = await browser.newPage()
  await page.goto(`${address}iframe.html?id=page-userssettings--default&viewMode=story`)
  await expect.poll(() => page.locator('.roster-count').textContent()).toBe('1,204 users')
})
