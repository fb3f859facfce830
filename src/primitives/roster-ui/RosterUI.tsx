import { type ComponentPropsWithoutRef, forwardRef, useMemo, useState } from 'react'
import { direction } from '../../messages/direction.ts'
import { knownLocale } from '../../messages/known-locale.ts'
import type { MessageOverrides } from '../../messages/overrides.ts'
import { classNames } from '../element/class-names.ts'
import { useMergedRef } from '../element/useMergedRef.ts'
import { createClock } from './clock.ts'
import { LiveRegions } from './LiveRegions.tsx'
import { createNotices } from './notices.ts'
import { RosterRootContext, RosterUIContext, type RosterUIContextValue } from './RosterUIContext.ts'
import { type Brand, useBrand } from './useBrand.ts'
import { useSeenFocus } from './useSeenFocus.ts'

/** Props of {@link RosterUI}: language, time and look. Other props are passed to its root element. */
export interface RosterUIProps extends ComponentPropsWithoutRef<'div'> {
  /**
   * A BCP 47 tag. With `en-XA`, all texts of Roster are marked with accents and brackets. Invalid values fall back to
   * the default. @default 'en'
   */
  locale?: string
  /** An IANA name. Invalid values fall back to the default. @default the browser's */
  timeZone?: string
  /** The time in milliseconds; keep it stable. @default Date.now */
  now?: () => number
  /** @default that of the locale */
  dir?: 'ltr' | 'rtl'
  /** Replaces any number of messages. Keep the object stable. */
  messages?: MessageOverrides
  /** The element that contains dialogs, inside the same document or shadow root. @default this root */
  container?: Element
  /** `system` follows the person's setting. @default the host's, by its CSS `color-scheme` */
  theme?: 'system' | 'light' | 'dark'
  /** @default 'cosy' */
  density?: 'compact' | 'cosy' | 'touch'
  /** @default the person's, by `prefers-contrast` */
  contrast?: 'standard' | 'more'
  /** @default the person's, by `prefers-reduced-motion` */
  motion?: 'reduce'
  /**
   * Values for tokens, by name. They are set in the browser only. If you render on a server, set them in a style sheet
   * instead.
   */
  brand?: Brand
}

const noOverrides: MessageOverrides = {}

/** The root of all our components. It provides tokens, language, direction, clock, messages and notices. */
export const RosterUI = forwardRef<HTMLDivElement, RosterUIProps>(function RosterUI(
  {
    locale: askedLocale = 'en',
    timeZone,
    now = Date.now,
    dir: askedDir,
    messages = noOverrides,
    container,
    theme,
    density,
    contrast,
    motion,
    brand,
    className,
    children,
    ...rest
  },
  ref,
) {
  const [root, setRoot] = useState<HTMLDivElement | null>(null)
  const [notices] = useState(createNotices)
  const locale = useMemo(() => knownLocale(askedLocale), [askedLocale])
  const dir = askedDir ?? direction(locale)
  const clock = useMemo(() => createClock(now), [now])
  useBrand(root, brand)
  useSeenFocus(root)

  const value = useMemo<RosterUIContextValue>(
    () => ({
      locale,
      dir,
      timeZone,
      clock,
      messages,
      notices,
      container,
      rootAttributes: {
        lang: locale,
        dir,
        'data-theme': theme,
        'data-density': density,
        'data-contrast': contrast,
        'data-motion': motion,
      },
    }),
    [locale, dir, timeZone, clock, messages, notices, container, theme, density, contrast, motion],
  )

  return (
    <RosterUIContext.Provider value={value}>
      <div
        ref={useMergedRef(setRoot, ref)}
        className={classNames('roster-root', className)}
        {...value.rootAttributes}
        {...rest}
      >
        <RosterRootContext.Provider value={root}>{children}</RosterRootContext.Provider>
        <LiveRegions />
      </div>
    </RosterUIContext.Provider>
  )
})
