import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buildSubject, type SubjectName, subjects } from './build-subjects.ts'

/** The clock that a test sets, and what it counts. It runs before anything else in the page. */
function prepare() {
  const { now } = Date
  let shift = 0
  Date.now = () => now() + shift
  Object.assign(window, {
    logouts: 0,
    typed: 0,
    timers: 0,
    listeners: [],
    shiftClock(ms: number) {
      shift += ms
    },
  })
  for (const target of [window, document]) {
    const { addEventListener } = target
    target.addEventListener = (
      type: string,
      listener: EventListenerOrEventListenerObject,
      options: object,
    ) => {
      const call = typeof listener === 'function' ? listener : (event: Event) => listener.handleEvent(event)
      window.listeners.push({ target: String(target), type, call: call as (event: object) => void })
      addEventListener.call(target, type, listener, options)
    }
  }
  const { setTimeout, setInterval } = window
  const counted =
    (run: unknown) =>
    (...args: unknown[]) => {
      window.timers += 1
      if (typeof run === 'function') run(...args)
    }
  Object.assign(window, {
    setTimeout: (run: unknown, ...rest: [number]) => setTimeout(counted(run), ...rest),
    setInterval: (run: unknown, ...rest: [number]) => setInterval(counted(run), ...rest),
  })
}

const page = (head: string, body: string) =>
  `<!doctype html><meta charset="utf-8"><title>idle</title>${head}<body>${body}</body>`

/** Serves a page for each subject on 127.0.0.1. Returns its address. */
export async function servePages(): Promise<{ address: string; close(): void }> {
  const scripts = new Map<SubjectName, string>()
  for (const name of subjects) scripts.set(name, await buildSubject(name))
  const server = createServer(({ url = '/' }, response) => {
    const { pathname, searchParams } = new URL(url, 'http://bench')
    const script = scripts.get(subjects.find((name) => pathname === `/${name}`) ?? 'roster')
    if (pathname === '/download') {
      response.setHeader('Content-Disposition', 'attachment; filename="report.csv"')
      return void response.end('a,b')
    }
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    if (pathname === '/away') return void response.end(page('', 'away'))
    if (pathname === '/frame') return void response.end(page('', '<input>'))
    const options = searchParams.get('options') ?? '{}'
    response.end(
      page(
        `<script>(${prepare})()</script>`,
        `<input id="text"><a id="download" href="/download">report</a><iframe src="/frame"></iframe><div id="root"></div>
<script>${script?.replaceAll('</script', '<\\/script')}</script>
<script>document.addEventListener('keydown', () => { window.typed += 1 }); idleSubject.mount(document.getElementById('root'), ${options.replaceAll('<', '\\u003c')})</script>`,
      ),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}`,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
