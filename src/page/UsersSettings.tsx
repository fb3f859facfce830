import { forwardRef, useCallback, useId, useMemo, useRef } from 'react'
import { useRosterState } from '../hooks/RosterContext.ts'
import { Boundary } from '../primitives/boundary/Boundary.tsx'
import { type FailedPart, FailedParts } from '../primitives/boundary/FailedParts.ts'
import { classNames } from '../primitives/element/class-names.ts'
import { useMergedRef } from '../primitives/element/useMergedRef.ts'
import { SettingsContent, type SettingsContentProps } from './SettingsContent.tsx'
import { SettingsFailed } from './SettingsFailed.tsx'
import type { UsersSettingsView, UsersSettingsViewChange } from './settings-view.ts'
import { usePageOwner } from './usePageOwner.ts'
import type { UsersSettingsProps } from './users-settings-props.ts'
import { type SettingsViewControl, useSettingsView } from './useSettingsView.ts'

/**
 * The Users settings of a company, with everything that the backend supports. It fills its parent, which needs a
 * definite height.
 */
export const UsersSettings = forwardRef<HTMLElement, UsersSettingsProps>(function UsersSettings(
  {
    view,
    defaultView,
    onViewChange,
    onOpenUser,
    onRequestAccess,
    customColumns,
    panelSections,
    bulkActions,
    className,
    ...rest
  },
  ref,
) {
  const titleId = useId()
  const root = useRef<HTMLElement>(null)
  const shown = useRef(view ?? defaultView)
  const { key, start } = usePageOwner(defaultView, shown)
  return (
    <section
      ref={useMergedRef(root, ref)}
      aria-labelledby={titleId}
      className={classNames('roster-users-settings', className)}
      {...rest}
    >
      <OwnSettings
        key={key}
        titleId={titleId}
        page={root}
        view={view}
        defaultView={start}
        onViewChange={useCallback(
          (view: UsersSettingsView, change: UsersSettingsViewChange) => {
            shown.current = view
            onViewChange?.(view, change)
          },
          [onViewChange],
        )}
        onOpenUser={onOpenUser}
        onRequestAccess={onRequestAccess}
        customColumns={customColumns}
        panelSections={panelSections}
        bulkActions={bulkActions}
      />
    </section>
  )
})

interface OwnSettingsProps extends Omit<SettingsContentProps, 'view'>, SettingsViewControl {}

/** The settings during one sign-in. */
function OwnSettings({ view, defaultView, onViewChange, ...content }: OwnSettingsProps) {
  const { titleId, page } = content
  const settingsView = useSettingsView({ view, defaultView, onViewChange })
  const { reporter } = useRosterState('<UsersSettings>')
  const failedParts = useMemo(
    () => ({
      report: (failed: FailedPart) => reporter.emit({ type: 'part.failed', ...failed }),
      reload: () => window.location.reload(),
    }),
    [reporter],
  )
  return (
    <FailedParts.Provider value={failedParts}>
      <Boundary
        name="page"
        fallback={(failure) => <SettingsFailed failure={failure} titleId={titleId} page={page} />}
      >
        <SettingsContent view={settingsView} {...content} />
      </Boundary>
    </FailedParts.Provider>
  )
}
