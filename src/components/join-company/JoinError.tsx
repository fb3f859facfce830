import type { Failure } from '../../base/failure.ts'
import { Icon } from '../../primitives/icon/Icon.tsx'
import { useFailureSentence } from '../wording/useFailureSentence.ts'

/** Why joining failed, under the button that was pressed. */
export function JoinError({ error }: { error: Failure }) {
  const sentence = useFailureSentence()
  return (
    <p className="roster-join-error" role="alert">
      <Icon name="alert" size="small" />
      <span>{sentence(error)}</span>
    </p>
  )
}
