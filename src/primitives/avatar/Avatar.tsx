import { type ComponentPropsWithoutRef, forwardRef, useState } from 'react'
import { classNames } from '../element/class-names.ts'
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
  /** The dot's text for screen readers. */
  presenceLabel?: string
}

/** A picture, else initials. The name is beside it, so only the presence is read out. */
export const Avatar = forwardRef<HTMLSpanElement, AvatarProps>(function Avatar(
  { personId, name, src, size = 'medium', presence, presenceLabel, className, ...rest },
  ref,
) {
  const [broken, setBroken] = useState<string>()
  const showsPicture = src && src !== broken
  return (
    <span
      ref={ref}
      className={classNames('roster-avatar', className)}
      data-size={size}
      data-hue={hue(personId)}
      data-presence={presence}
      {...(presenceLabel ? { role: 'img', 'aria-label': presenceLabel } : { 'aria-hidden': true })}
      {...rest}
    >
      {showsPicture ? (
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
        initials(name) || <Icon name="user" size={size === 'tiny' ? 'tiny' : 'small'} />
      )}
    </span>
  )
})
