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

/** What a host says about language, time and look. */
export interface RosterUIProps extends ComponentPropsWithoutRef<'div'> {
  /** A BCP 47 tag; `en-XA` shows which texts are ours. Invalid values fall back to the default. @default 'en' */
  locale?: string
  /** An IANA name. Invalid values fall back to the default. @default the browser's */
  timeZone?: string
  /** The time in milliseconds; keep it stable. @default Date.now */
  now?: () => number
  /** @default that of the locale */
  dir?: 'ltr' | 'rtl'
  /** Other words, as deep and as few as wanted; keep the object stable. */
  messages?: MessageOverrides
  /** Where dialogs go, inside the same document or shadow root. @default this root */
  container?: Element
  /** `system` follows the person's setting. @default the host's, by its CSS `color-scheme` */
  theme?: 'system' | 'light' | 'dark'
  /** @default 'cosy' */
  density?: 'compact' | 'cosy' | 'touch'
  /** @default the person's, by `prefers-contrast` */
  contrast?: 'standard' | 'more'
  /** @default the person's, by `prefers-reduced-motion` */
  motion?: 'reduce'
  /** Tokens by name, set in the browser alone; a class sheet serves server output better. */
  brand?: Brand
}

const noOverrides: MessageOverrides = {}

/** The root of everything of ours: carries tokens, language, direction, clock, words and notices. */
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
