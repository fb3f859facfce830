import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromiumArguments, chromiumPath } from '../../scripts/chromium.ts'

/** Chromium slows down the timers of pages that have been hidden for ten seconds, instead of five minutes. */
const throttling = '--enable-features=IntensiveWakeUpThrottling:grace_period_seconds/10'

/**
 * Opens a page in a tab that is hidden right away, in a Chromium that is started without a driver: drivers switch the
 * throttling of hidden tabs off. Returns the seconds from when the page was mounted until it logs out.
 */
export async function hiddenLogout(address: string, longest: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'roster-bench-'))
  const child = spawn(
    chromiumPath() ?? 'chromium',
    [
      ...chromiumArguments,
      '--headless=new',
      `--user-data-dir=${folder}`,
      '--remote-debugging-port=0',
      throttling,
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  try {
    const browser = await connect(await debuggerAddress(child.stderr))
    const { targetId } = await browser.send('Target.createTarget', { url: address })
    const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true })
    const read = async (expression: string) => {
      const { result } = await browser.send('Runtime.evaluate', { expression }, sessionId)
      return result?.value
    }
    while (
      (await read('typeof window.outAt')) === undefined ||
      (await read('document.readyState')) !== 'complete'
    )
      await wait(100)
    const { targetId: front } = await browser.send('Target.createTarget', { url: 'about:blank' })
    await browser.send('Target.activateTarget', { targetId: front })
    while ((await read('document.hidden')) !== true) await wait(100)
    await wait(longest)
    const seconds = await read('(window.outAt - window.mountedAt) / 1000')
    browser.close()
    return typeof seconds === 'number' && seconds > 0 ? `${seconds.toFixed(1)} s` : 'never'
  } finally {
    child.kill()
    await once(child, 'close')
    rmSync(folder, { recursive: true, force: true })
  }
}

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

async function debuggerAddress(output: NodeJS.ReadableStream): Promise<string> {
  let text = ''
  for await (const part of output) {
    text += part
    const [, address] = /listening on (ws:\S+)/.exec(text) ?? []
    if (address) return address
  }
  throw new Error(`Chromium ended: ${text}`)
}

interface Reply {
  targetId?: string
  sessionId?: string
  result?: { value?: unknown }
}

/** Speaks the DevTools protocol. */
async function connect(address: string) {
  const socket = new WebSocket(address)
  await once(socket, 'open')
  const waiting = new Map<number, (reply: Reply) => void>()
  let last = 0
  socket.addEventListener('message', ({ data }) => {
    const { id, result } = JSON.parse(String(data))
    waiting.get(id)?.(result ?? {})
  })
  return {
    send: (method: string, params: object, sessionId?: string) =>
      new Promise<Reply>((resolve) => {
        last += 1
        waiting.set(last, resolve)
        socket.send(JSON.stringify({ id: last, method, params, sessionId }))
      }),
    close: () => socket.close(),
  }
}
