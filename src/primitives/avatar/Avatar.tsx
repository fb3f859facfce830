import { type ComponentPropsWithoutRef, forwardRef, useState } from 'react'
import { classNames } from '../element/class-names.ts'
import { Hidden } from '../hidden/Hidden.tsx'
import { Icon } from '../icon/Icon.tsx'
import { hue } from './hue.ts'
import { initials } from './initials.ts'

/** Who is shown. */
export interface AvatarProps extends ComponentPropsWithoutRef<'span'> {
  /** Its colour comes from the id, so that it stays when the name changes. */
  personId: string
  name: string
  /** A picture; a broken one gives way to the initials. */
  src?: string
  /** 48, the row's, 24 or 20 px. @default 'medium' */
  size?: 'large' | 'medium' | 'small' | 'tiny'
  /** Online is a disc, away a ring; left out there is no dot. */
  presence?: 'online' | 'away'
  /** What the dot says to screen readers. */
  presenceLabel?: string
}

/** A picture, else initials. The name is beside it, so that only presence is read out. */
export const Avatar = forwardRef<HTMLSpanElement, AvatarProps>(function Avatar(
  { personId, name, src, size = 'medium', presence, presenceLabel, className, ...rest },
  ref,
) {
  const [broken, setBroken] = useState<string>()
  const letters = initials(name)
  return (
    <span
      ref={ref}
      className={classNames('roster-avatar', className)}
      data-size={size}
      data-hue={hue(personId)}
      {...rest}
    >
      {src && src !== broken ? (
        <img
          // In server output it may have failed before anybody listened.
          ref={(image) => {
            if (image?.complete && image.naturalWidth === 0) setBroken(src)
          }}
          className="roster-avatar-image"
          src={src}
          alt=""
          loading="lazy"
          onError={() => setBroken(src)}
        />
      ) : (
        <span aria-hidden="true">
          {letters || <Icon name="user" size={size === 'tiny' ? 'tiny' : 'small'} />}
        </span>
      )}
      {presence && (
        <span className="roster-presence" data-presence={presence}>
          {presenceLabel && <Hidden>{presenceLabel}</Hidden>}
        </span>
      )}
    </span>
  )
})
