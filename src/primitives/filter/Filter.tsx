import { type ComponentPropsWithoutRef, forwardRef, useRef } from 'react'
import { createLater } from '../../base/create-later.ts'
import { dialogMessages } from '../../messages/dialog.ts'
import { fieldsMessages } from '../../messages/fields.ts'
import { Boundary } from '../boundary/Boundary.tsx'
import { PartFailed } from '../boundary/PartFailed.tsx'
import { classNames } from '../element/class-names.ts'
import { mergeProps } from '../element/merge-props.ts'
import { useMergedRef } from '../element/useMergedRef.ts'
import { Icon } from '../icon/Icon.tsx'
import { useLater } from '../later/useLater.ts'
import { usePreload } from '../later/usePreload.ts'
import { PopupSurface } from '../popup/PopupSurface.tsx'
import { type Popup, usePopup } from '../popup/usePopup.ts'
import { useRefusal } from '../refusal/useRefusal.ts'
import { useFormats } from '../roster-ui/useFormats.ts'
import { useMessages } from '../roster-ui/useMessages.ts'
import type { FilterListProps } from './FilterList.tsx'
import type { FilterOption } from './filter-option.ts'

/** What an open filter shows. No first paint needs it. */
const filterList = createLater(async () => {
  const { FilterList } = await import('./FilterList.tsx')
  return FilterList
})

/** A filter of a toolbar. Other props are passed to the button that opens it. */
export interface FilterProps extends Omit<ComponentPropsWithoutRef<'button'>, 'value'> {
  label: string
  options: readonly FilterOption[]
  value: readonly string[]
  /** Called immediately after each choice. */
  onValueChange: (value: string[]) => void
  /** The label of the search, such as "Search 11 roles". The search is shown if there are nine or more options. */
  searchLabel?: string
  /** Why it can't be used: a sentence. */
  reason?: string
}

/** A dashed button that becomes a chip with the chosen options; its height stays the same, so that nothing moves. */
export const Filter = forwardRef<HTMLButtonElement, FilterProps>(function Filter(
  { label, options, value, onValueChange, searchLabel, reason, className, ...rest },
  ref,
) {
  const box = useRef<HTMLSpanElement>(null)
  const t = useMessages(fieldsMessages)
  const formats = useFormats()
  const popup = usePopup({ role: 'dialog', anchor: box })
  const refusal = useRefusal({ reason, disabled: rest['aria-disabled'] })
  const dialog = useMessages(dialogMessages)
  usePreload(filterList)
  const isSet = value.length > 0
  const names = options.filter((option) => value.includes(option.value)).map((option) => option.label)
  const { ref: trigger, 'data-open': dataOpen, onClick: toggle, ...triggerProps } = popup.trigger
  const { onClick, ...props } = mergeProps(rest, { ...triggerProps, ...refusal.anchor, onClick: toggle })

  return (
    <>
      <span
        ref={box}
        className={classNames('roster-filter', className)}
        data-set={isSet ? '' : undefined}
        data-open={dataOpen}
      >
        <button
          ref={useMergedRef(trigger, ref)}
          type="button"
          className="roster-filter-open"
          {...props}
          aria-disabled={refusal.refuses || undefined}
          onClick={refusal.guard(onClick)}
        >
          {!isSet && <Icon name="plus" size="small" />}
          <span>{label}</span>
          {isSet && (
            <span className="roster-filter-value">
              {names.length > 0 ? formats.list(names) : formats.number(value.length)}
            </span>
          )}
        </button>
        {isSet && !refusal.refuses && (
          <button
            type="button"
            className="roster-filter-remove"
            aria-label={t.remove({ name: label })}
            onClick={() => {
              onValueChange([])
              trigger.current?.focus()
            }}
          >
            <Icon name="x" size="small" />
          </button>
        )}
      </span>
      {refusal.tooltip}
      {popup.isOpen && (
        <Boundary
          name="dialog"
          fallback={(failure) => (
            <PopupSurface label={label} popup={popup} className="roster-filter-popover">
              <PartFailed failure={failure} title={dialog.failed} />
            </PopupSurface>
          )}
        >
          <LaterList
            popup={popup}
            label={label}
            searchLabel={searchLabel}
            options={options}
            value={value}
            onValueChange={onValueChange}
          />
        </Boundary>
      )}
    </>
  )
})

interface LaterListProps extends FilterListProps {
  popup: Popup
}

/** The open list, once the code for it is loaded: it is placed by its size. */
function LaterList({ popup, ...props }: LaterListProps) {
  const List = useLater(filterList)
  return (
    List && (
      <PopupSurface label={props.label} popup={popup} className="roster-filter-popover">
        <List {...props} />
      </PopupSurface>
    )
  )
}
