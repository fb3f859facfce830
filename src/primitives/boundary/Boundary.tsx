import { Component, type ReactNode } from 'react'
import { type FailedPart, FailedParts, type FailedPartsContextValue } from './FailedParts.ts'

/** Why a part isn't shown. */
export interface BoundaryFailure {
  error: unknown
  /** How often *Try again* was used before this failure. */
  attempts: number
  /** Mounts the part again. */
  retry(): void
}

interface BoundaryProps {
  /** The name under which it is reported. */
  name: FailedPart['part']
  /** When it changes, a failed part is rendered again. */
  resetKey?: string | undefined
  /** Rendered instead of the part. */
  fallback(failure: BoundaryFailure): ReactNode
  children: ReactNode
}

interface BoundaryState {
  failure: { error: unknown } | undefined
  attempts: number
}

/** Keeps an exception inside one part, so that nothing around it is unmounted. */
export class Boundary extends Component<BoundaryProps, BoundaryState> {
  static override contextType = FailedParts
  declare context: FailedPartsContextValue
  override state: BoundaryState = { failure: undefined, attempts: 0 }

  static getDerivedStateFromError(error: unknown): Pick<BoundaryState, 'failure'> {
    return { failure: { error } }
  }

  override componentDidCatch(error: unknown) {
    this.context.report({ part: this.props.name, error })
  }

  override componentDidUpdate({ resetKey }: BoundaryProps) {
    if (resetKey !== this.props.resetKey && this.state.failure)
      this.setState({ failure: undefined, attempts: 0 })
  }

  retry = () => this.setState(({ attempts }) => ({ failure: undefined, attempts: attempts + 1 }))

  override render() {
    const { failure, attempts } = this.state
    if (!failure) return this.props.children
    return (
      <LastResort>{this.props.fallback({ error: failure.error, attempts, retry: this.retry })}</LastResort>
    )
  }
}

/** Renders nothing if even a boundary's fallback throws. */
class LastResort extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError = () => ({ hasFailed: true })

  override render() {
    return this.state.hasFailed ? null : this.props.children
  }
}
