import { type RefObject, useId, useRef, useState } from 'react'
import type { Placement } from './place-popup.ts'
import { useTopLayer } from './useTopLayer.ts'

/** The role of a popup for assistive technology. */
export type PopupRole = 'menu' | 'dialog' | 'listbox'

/** Props for the button that opens a popup. */
export interface PopupTriggerProps<Role extends PopupRole = 'dialog'> {
  ref: RefObject<HTMLButtonElement | null>
  'aria-haspopup': Role
  'aria-expanded': boolean
  'aria-controls': string | undefined
  'data-open': '' | undefined
  onClick: () => void
}

interface UsePopupOptions<Role extends PopupRole> extends Placement {
  role: Role
  /** What the popup is placed beside. @default the trigger */
  anchor?: RefObject<Element | null>
}

/** A popup: whether it is open, and the props of its trigger and its surface. */
export interface Popup<Role extends PopupRole = PopupRole> {
  isOpen: boolean
  open: () => void
  /** Closes it and moves the focus to the trigger. */
  close: () => void
  trigger: PopupTriggerProps<Role>
  surface: { ref: RefObject<HTMLDivElement | null>; id: string; role: Role; onEscape: () => void }
}

/** The state of a button that opens something: menus, lists, filters and popovers all use it. */
export function usePopup<Role extends PopupRole>({
  role,
  anchor,
  ...placement
}: UsePopupOptions<Role>): Popup<Role> {
  const [isOpen, setOpen] = useState(false)
  const trigger = useRef<HTMLButtonElement>(null)
  const id = useId()
  const surface = useTopLayer<HTMLDivElement>({
    ...placement,
    open: isOpen,
    onClose: () => setOpen(false),
    anchor: anchor ?? trigger,
  })
  const close = () => {
    setOpen(false)
    trigger.current?.focus()
  }
  return {
    isOpen,
    open: () => setOpen(true),
    close,
    trigger: {
      ref: trigger,
      'aria-haspopup': role,
      'aria-expanded': isOpen,
      'aria-controls': isOpen ? id : undefined,
      'data-open': isOpen ? '' : undefined,
      onClick: () => setOpen(!isOpen),
    },
    surface: { ref: surface, id, role, onEscape: close },
  }
}
