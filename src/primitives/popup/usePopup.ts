import { type RefObject, useId, useRef, useState } from 'react'
import type { Placement } from './place-popup.ts'
import type { UseTopLayerOptions } from './useTopLayer.ts'

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
  /** What it is about, if its elements are reused. A popup about one thing isn't open for another. */
  subject?: string
}

/** What the surface of a popup needs. */
interface PopupSurfaceState<Role extends PopupRole> {
  ref: RefObject<HTMLDivElement | null>
  id: string
  role: Role
  onEscape: () => void
  layer: UseTopLayerOptions
}

/** A popup: whether it is open, and the props of its trigger and its surface. */
export interface Popup<Role extends PopupRole = PopupRole> {
  isOpen: boolean
  open: () => void
  /** Closes it and moves the focus to the trigger. */
  close: () => void
  trigger: PopupTriggerProps<Role>
  surface: PopupSurfaceState<Role>
}

/** The state of a button that opens something: menus, lists, filters and popovers all use it. */
export function usePopup<Role extends PopupRole>({
  role,
  anchor,
  subject = '',
  ...placement
}: UsePopupOptions<Role>): Popup<Role> {
  const [openFor, setOpenFor] = useState<string>()
  const isOpen = openFor === subject
  if (openFor !== undefined && !isOpen) setOpenFor(undefined)
  const trigger = useRef<HTMLButtonElement>(null)
  const surface = useRef<HTMLDivElement>(null)
  const id = useId()
  const open = () => setOpenFor(subject)
  const hide = () => setOpenFor(undefined)
  const close = () => {
    hide()
    trigger.current?.focus()
  }
  return {
    isOpen,
    open,
    close,
    trigger: {
      ref: trigger,
      'aria-haspopup': role,
      'aria-expanded': isOpen,
      'aria-controls': isOpen ? id : undefined,
      'data-open': isOpen ? '' : undefined,
      onClick: isOpen ? hide : open,
    },
    surface: {
      ref: surface,
      id,
      role,
      onEscape: close,
      layer: { ...placement, open: isOpen, onClose: hide, anchor: anchor ?? trigger },
    },
  }
}
