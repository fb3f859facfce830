import { createRoot } from 'react-dom/client'
import { useIdleTimer } from 'react-idle-timer'
import type { SubjectOptions } from '../subject.ts'

function Guarded({ timeoutMs, warnMs }: SubjectOptions) {
  useIdleTimer({
    timeout: timeoutMs,
    promptBeforeIdle: warnMs,
    crossTab: true,
    onIdle() {
      window.logouts += 1
      window.outAt ??= performance.timeOrigin + performance.now()
    },
  })
  return <p>guarded</p>
}

window.idleSubject = {
  mount(element, options) {
    const root = createRoot(element)
    window.mountedAt = performance.timeOrigin + performance.now()
    window.othersListeners = window.listeners.length
    const each = Array.from({ length: options.hooks }, (_, index) => index)
    root.render(each.map((index) => <Guarded key={index} {...options} />))
  },
}
