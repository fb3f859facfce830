import { expect, it, onTestFinished } from 'vitest'
import { acceptIdleActivity, sendIdleActivity } from '../../../src/state/idle/idle-bridge.ts'

/** Shows a frame that sends a message, and resolves when it has. */
async function aFrame(message: object) {
  const frame = document.createElement('iframe')
  frame.srcdoc = `<script>parent.postMessage(${JSON.stringify(message)}, '*')</script>`
  onTestFinished(() => frame.remove())
  const arrived = new Promise((resolve) => window.addEventListener('message', resolve, { once: true }))
  document.body.append(frame)
  await arrived
}

it.each(['', '/', '/editor/index.html?a=b#c'])(
  'accepts the origin of an address that ends with "%s"',
  async (path) => {
    const ages: number[] = []
    const engine = { noteActivity: (ageMs: number) => void ages.push(ageMs) }
    onTestFinished(acceptIdleActivity(engine, { origins: [`${window.origin}${path}`] }))
    onTestFinished(acceptIdleActivity(engine, { origins: ['https://another.example', 'app://localhost'] }))
    await aFrame({ kind: 'roster-idle-activity', ageMs: 5 })
    expect(ages).toEqual([5])
  },
)

it.each(['*', 'null', '', 'app.example', 'localhost:3000', '/'])(
  'refuses "%s", which isn’t an origin',
  (origin) => {
    const engine = { noteActivity() {} }
    expect(() => acceptIdleActivity(engine, { origins: [origin] })).toThrow(`Invalid origin "${origin}"`)
    // Tests run in a frame.
    expect(() => sendIdleActivity({ origin })).toThrow(`Invalid origin "${origin}"`)
  },
)
