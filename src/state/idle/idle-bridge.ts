import { page } from '../environment/page.ts'
import { observeActivity } from './activity.ts'
import type { IdleEngine } from './idle-engine.ts'
import { isObject } from './is-object.ts'
import { unthrottledClock } from './unthrottled-clock.ts'

const kind = 'roster-idle-activity'

/** The shortest time between two messages of a frame (ms). */
const every = 1_000

/** What {@link sendIdleActivity} takes. */
export interface SendIdleActivityOptions {
  /** The origin of the page that shows the frame: `https://app.example`. No other page receives anything. */
  origin: string
}

/** What {@link acceptIdleActivity} takes. */
export interface AcceptIdleActivityOptions {
  /** The origins of the frames that may report activity. Messages of other origins are ignored. */
  origins: readonly string[]
}

/**
 * Call it inside a frame of another origin, so that activity in the frame keeps the session of the surrounding page
 * alive. Returns a function that stops it.
 */
export function sendIdleActivity({ origin }: SendIdleActivityOptions): () => void {
  const { window } = page
  if (!window || window.parent === window) return () => {}
  const ancestors = ancestorsOf(window)
  const target = originOf(origin)
  let last = 0
  let leave: (() => void) | undefined
  let isUnsent = false

  function send() {
    leave = undefined
    if (!isUnsent) return
    isUnsent = false
    const ageMs = Math.max(0, performance.now() - last)
    for (const page of ancestors) page.postMessage({ kind, ageMs }, target)
    leave = unthrottledClock.after(every, send)
  }

  const stop = observeActivity(window, () => {
    last = performance.now()
    isUnsent = true
    if (!leave) send()
  })
  return () => {
    leave?.()
    stop()
  }
}

/** Returns the origin of an address, which may have a path or a closing slash. */
function originOf(address: string): string {
  const { protocol, host } = URL.canParse(address) ? new URL(address) : { protocol: '', host: '' }
  if (host === '')
    throw new Error(
      `Invalid origin "${address}". Use one such as "https://app.example" (see docs/invalid-origin.md).`,
    )
  return `${protocol}//${host}`
}

/** The windows around a frame. The frame may be inside another one that isn't the page's. */
function ancestorsOf({ parent }: Window): Window[] {
  return parent.parent === parent ? [parent] : [parent, ...ancestorsOf(parent)]
}

/** Accepts the activity of frames of other origins. Call it in the page around them. Returns a function that stops it. */
export function acceptIdleActivity(
  engine: Pick<IdleEngine, 'noteActivity'>,
  { origins }: AcceptIdleActivityOptions,
): () => void {
  const { window } = page
  if (!window) return () => {}
  const accepted = origins.map(originOf)

  function onMessage({ data, origin, source, isTrusted }: MessageEvent<unknown>) {
    if (!isTrusted || !accepted.includes(origin) || !isFrameOf(source, window)) return
    if (isObject(data) && data.kind === kind && typeof data.ageMs === 'number')
      engine.noteActivity(data.ageMs)
  }

  window.addEventListener('message', onMessage)
  return () => window.removeEventListener('message', onMessage)
}

/** Whether a message comes from a frame in this window, or from a frame inside of one. */
function isFrameOf(source: unknown, window: Window | undefined): boolean {
  if (!isObject(source) || source.parent === source) return false
  return source.parent === window || isFrameOf(source.parent, window)
}
