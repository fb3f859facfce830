import { createRoot } from 'react-dom/client'
import { useIdleLogout } from '../../../src/hooks/useIdleLogout.ts'
import type { IdleEngine } from '../../../src/state/idle/idle-engine.ts'
import { openIdleEngine } from '../../../src/state/idle/open-idle-engine.ts'

function Guarded({ engine }: { engine: IdleEngine }) {
  return <p>{useIdleLogout({ engine }).phase}</p>
}

window.idleSubject = {
  mount(element, { timeoutMs, warnMs, hooks, session }) {
    const root = createRoot(element)
    window.mountedAt = performance.timeOrigin + performance.now()
    window.othersListeners = window.listeners.length
    const engine = openIdleEngine({ port: { sessionKey: session }, policy: { timeoutMs, warnMs } })
    engine.onBeforeEnd(() => {
      window.logouts += 1
    })
    engine.subscribe(() => {
      if (engine.getState().phase === 'ended') window.outAt ??= performance.timeOrigin + performance.now()
    })
    if (engine.getState().phase === 'ended') window.outAt = performance.timeOrigin + performance.now()
    const each = Array.from({ length: hooks }, (_, index) => index)
    root.render(each.map((index) => <Guarded key={index} engine={engine} />))
  },
}
