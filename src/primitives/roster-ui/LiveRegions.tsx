import { useNoticesState } from './useNotices.ts'

/** One polite live region for results, one assertive for failures; an open dialog leaves them audible. */
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
