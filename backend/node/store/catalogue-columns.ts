import { sql } from 'kysely'
import type { RoleRecord, TeamRecord } from '../../core/ports/records.ts'

/** The columns of {@link catalogueColumns}. */
export interface CatalogueRow {
  company_id: string
  company_name: string
  revision: number
  /** Null at the known revision. */
  roles: RoleRecord[] | null
  teams: TeamRecord[] | null
}

/** A company `c` with its roles, Admin first, and its teams. Both are left out at the revision that is known. */
export const catalogueColumns = (known: number | undefined) => sql`
  c.id as company_id, c.name as company_name, c.revision,
  case when c.revision is distinct from ${known ?? null}::bigint then
    (select coalesce(json_agg(json_build_object(
        'id', r.id, 'name', r.name, 'description', r.description, 'type', r.type, 'permissions', r.permissions,
        'isDefault', r.is_default, 'isAdmin', r.is_admin
      ) order by r.is_admin desc, r.name collate "C", r.id), '[]')
      from roles r where r.company_id = c.id) end as roles,
  case when c.revision is distinct from ${known ?? null}::bigint then
    (select coalesce(json_agg(json_build_object(
        'id', t.id, 'name', t.name,
        'roleIds', array(select x.role_id from team_roles x
          where x.company_id = t.company_id and x.team_id = t.id order by x.role_id)
      ) order by t.name collate "C", t.id), '[]')
      from teams t where t.company_id = c.id) end as teams`
