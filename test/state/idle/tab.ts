import type { StartedEngine } from '../../../src/state/idle/idle-engine.ts'
import type { EndReason, IdlePhase } from '../../../src/state/idle/idle-state.ts'

/** One window of the simulated browser. */
export interface Tab {
  engine: StartedEngine
  isFrozen: boolean
  isVisible: boolean
  isOpen: boolean
  /** Every phase that the window went through, after its first moment. */
  phases: IdlePhase[]
  before: EndReason[]
  ended: EndReason[]
  phase(): IdlePhase
  /** A person's event. */
  act(type?: string, event?: object): FakeEvent
  /** A request of the page. */
  request(): Promise<void>
  /** An event of the window or the document. */
  fire(type: string, event?: object): FakeEvent
  freeze(): void
  thaw(): Promise<void>
  hide(): void
  show(): void
  crash(): void
  close(): void
  unmount(): void
  listeners(): number
  timers(): number
}

/** An event that may claim to come from a person. */
export interface FakeEvent {
  type: string
  isTrusted: boolean
  isStopped: boolean
}
