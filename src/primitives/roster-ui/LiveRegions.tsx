import { useNoticesState } from './useNotices.ts'

/** A polite live region for results, and an assertive one for failures. They also work while a dialog is open. */
export function LiveRegions() {
  const { polite, assertive } = useNoticesState()
  return (
    <div className="roster-live-regions" data-audible="">
      <div role="status" aria-live="polite">
        {polite}
      </div>
      <div role="alert" aria-live="assertive">
        {assertive}
      </div>
    </div>
  )
}
