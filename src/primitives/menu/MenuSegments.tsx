import {
  type ComponentPropsWithoutRef,
  type ForwardedRef,
  forwardRef,
  type KeyboardEvent,
  type ReactElement,
  useId,
} from 'react'
import { moveFocus, rowAxis } from '../composite/move-focus.ts'
import { classNames } from '../element/class-names.ts'
import { mergeProps } from '../element/merge-props.ts'

/** A choice of one in a menu, with two or three options. */
export interface MenuSegmentsProps<Value extends string> extends ComponentPropsWithoutRef<'fieldset'> {
  label: string
  options: readonly { value: Value; label: string }[]
  value: Value
  onValueChange: (value: Value) => void
}

function Segments<Value extends string>(
  { label, options, value, onValueChange, className, ...rest }: MenuSegmentsProps<Value>,
  ref: ForwardedRef<HTMLFieldSetElement>,
) {
  const id = useId()
  return (
    <fieldset
      ref={ref}
      aria-labelledby={id}
      className={classNames('roster-menu-segments', className)}
      {...mergeProps(rest, { onKeyDown: moveSideways })}
    >
      <span id={id} className="roster-menu-text">
        {label}
      </span>
      <span className="roster-segments">
        {options.map((option) => (
          <button
            key={option.value}
            type="button"
            role="menuitemradio"
            aria-checked={option.value === value}
            tabIndex={-1}
            className="roster-segment"
            onClick={() => onValueChange(option.value)}
          >
            {option.label}
          </button>
        ))}
      </span>
    </fieldset>
  )
}

/** A row of a menu with its options side by side; the left and right arrows move among them too. */
export const MenuSegments = forwardRef(Segments) as <Value extends string>(
  props: MenuSegmentsProps<Value> & { ref?: ForwardedRef<HTMLFieldSetElement> },
) => ReactElement | null

const moveSideways = (event: KeyboardEvent<HTMLElement>) => {
  const row = event.currentTarget
  const items = [...row.querySelectorAll<HTMLElement>('[role=menuitemradio]')]
  moveFocus(event, items, { axis: rowAxis(row), wraps: true, ends: false })
}
