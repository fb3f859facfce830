import * as v from 'valibot'
import { withDefault } from './left-out.ts'
import type { PermissionId } from './roles.ts'
import type { Schema } from './schema.ts'

/**
 * Something that a role may allow. People can only give others the administrative permissions that they have
 * themselves.
 */
export interface Permission {
  id: PermissionId
  /** The server's text, which a client may override. */
  label: string
  /** Only roles with an `administrative` permission are protected from viewers who lack it. */
  kind: 'administrative' | 'operational'
  /** The heading that it is listed under. */
  group: string
}

/** One permission on the wire. */
export const permissionShape = v.object({
  id: v.string(),
  label: v.string(),
  kind: withDefault(v.picklist(['administrative', 'operational']), 'administrative'),
  group: withDefault(v.string(), ''),
})

/** Schema of {@link Permission}; an unknown kind reads as the guarded one. */
export const permissionSchema: Schema<Permission> = permissionShape

/** The permissions of the company's product, in their order of display. */
export interface PermissionList {
  permissions: Permission[]
}

/** The response of `GET /v1/permissions` on the wire. */
export const permissionListShape = v.object({ permissions: v.array(permissionShape) })

/** Schema of {@link PermissionList}. */
export const permissionListSchema: Schema<PermissionList> = permissionListShape
