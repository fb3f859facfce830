import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import * as v from 'valibot'
import { chromiumArguments, chromiumPath } from '../../scripts/chromium.ts'

const replyShape = v.object({
  id: v.optional(v.number()),
  method: v.optional(v.string()),
  sessionId: v.optional(v.string()),
  params: v.optional(v.unknown()),
  result: v.optional(v.unknown()),
  error: v.optional(v.object({ message: v.string() })),
})

/** A tab of a plain Chromium. */
export interface PlainTab {
  /** Calls a method of the DevTools protocol. */
  call(method: string, params?: object): Promise<unknown>
  /** Evaluates an expression in the page, and awaits it. */
  evaluate(expression: string): Promise<unknown>
  /** Calls the listener for each event of that name. */
  on(method: string, listener: (params: unknown) => void): void
  click(x: number, y: number): Promise<void>
  /** Shows this tab, which hides the one that was shown. */
  show(): Promise<void>
}

/**
 * Starts a Chromium as a person would: Playwright's own launch switches the back-forward cache and the throttling of
 * hidden pages off, and tells each page that it has the focus.
 */
export async function aPlainChromium() {
  const folder = mkdtempSync(join(tmpdir(), 'roster-chromium-'))
  const path = chromiumPath() ?? 'chromium'
  const options = ['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${folder}`, 'about:blank']
  const child = spawn(path, [...chromiumArguments, ...options], { stdio: ['ignore', 'ignore', 'pipe'] })
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const socket = new WebSocket(await addressIn(child.stderr))
  await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }))

  let calls = 0
  const waiting = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>()
  const listeners = new Map<string, (params: unknown) => void>()
  socket.addEventListener('message', ({ data }) => {
    const { id, method, sessionId, params, result, error } = v.parse(replyShape, JSON.parse(String(data)))
    if (id === undefined) return listeners.get(`${sessionId} ${method}`)?.(params)
    const { resolve, reject } = waiting.get(id) ?? {}
    waiting.delete(id)
    if (error) reject?.(new Error(error.message))
    else resolve?.(result)
  })

  function call(method: string, params: object = {}, sessionId?: string) {
    calls += 1
    socket.send(JSON.stringify({ id: calls, method, params, sessionId }))
    return new Promise<unknown>((resolve, reject) => waiting.set(calls, { resolve, reject }))
  }

  async function open(url: string): Promise<PlainTab> {
    const { targetId } = v.parse(
      v.object({ targetId: v.string() }),
      await call('Target.createTarget', { url: 'about:blank' }),
    )
    const { sessionId } = v.parse(
      v.object({ sessionId: v.string() }),
      await call('Target.attachToTarget', { targetId, flatten: true }),
    )
    const tab: PlainTab = {
      call: (method, params) => call(method, params, sessionId),
      on: (method, listener) => void listeners.set(`${sessionId} ${method}`, listener),
      async evaluate(expression) {
        const answer = await tab.call('Runtime.evaluate', {
          expression,
          awaitPromise: true,
          returnByValue: true,
        })
        return v.parse(v.object({ result: v.object({ value: v.optional(v.unknown()) }) }), answer).result
          .value
      },
      async click(x, y) {
        for (const type of ['mousePressed', 'mouseReleased'])
          await tab.call('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 })
      },
      show: async () => void (await call('Target.activateTarget', { targetId })),
    }
    await tab.call('Page.enable')
    await tab.call('Page.navigate', { url })
    return tab
  }

  return {
    open,
    async close() {
      socket.close()
      child.kill()
      await exited
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** Chromium prints the address of its DevTools. */
async function addressIn(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface(output)) {
    const [, address] = line.match(/DevTools listening on (ws:\S+)/) ?? []
    if (address) {
      output.resume()
      return address
    }
  }
  throw new Error('Chromium printed no address of its DevTools.')
}
