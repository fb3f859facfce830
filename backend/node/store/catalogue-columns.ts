import { sql } from 'kysely'
import type { Catalogue, RoleRecord, TeamRecord } from '../../core/ports/records.ts'

/** {@link catalogueColumns} as they come back. */
export interface CatalogueRow {
  company_id: string
  company_name: string
  roles: RoleRecord[]
  teams: TeamRecord[]
}

/** A company `c` with its roles, Admin first, and its teams. */
export const catalogueColumns = sql`
  c.id as company_id, c.name as company_name,
  (select coalesce(json_agg(json_build_object(
      'id', r.id, 'name', r.name, 'description', r.description, 'type', r.type, 'permissions', r.permissions,
      'isDefault', r.is_default, 'isAdmin', r.is_admin
    ) order by r.is_admin desc, r.name collate "C", r.id), '[]')
    from roles r where r.company_id = c.id) as roles,
  (select coalesce(json_agg(json_build_object(
      'id', t.id, 'name', t.name,
      'roleIds', array(select x.role_id from team_roles x
        where x.company_id = t.company_id and x.team_id = t.id order by x.role_id)
    ) order by t.name collate "C", t.id), '[]')
    from teams t where t.company_id = c.id) as teams`

/** A row as the routes know a company. */
export const toCatalogue = (row: CatalogueRow): Catalogue => ({
  company: { id: row.company_id, name: row.company_name },
  roles: row.roles,
  teams: row.teams,
})
