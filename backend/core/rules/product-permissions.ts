import type { Permission } from '@aicx/roster/contract'

type Row = [id: string, label: string]

const group = (name: string, kind: Permission['kind'], rows: Row[]): Permission[] =>
  rows.map(([id, label]) => ({ id, label, kind, group: name }))

/** The permissions of a customer-service product, in display order. Another product passes its own. */
export const productPermissions: Permission[] = [
  ...group('Company', 'administrative', [
    ['manage_company', 'Manage company settings'],
    ['manage_users', 'Manage users'],
    ['manage_teams', 'Manage teams'],
    ['manage_roles', 'Manage user roles & permissions'],
    ['manage_security', 'Manage sign-in & security'],
    ['view_audit_log', 'View audit log'],
  ]),
  ...group('Plan & billing', 'administrative', [
    ['manage_billing', 'Manage plan & billing'],
    ['view_invoices', 'View invoices'],
  ]),
  ...group('Developers', 'administrative', [
    ['manage_api_keys', 'Manage API keys'],
    ['manage_webhooks', 'Manage webhooks'],
    ['manage_integrations', 'Manage integrations'],
  ]),
  ...group('Livechats', 'operational', [
    ['view_livechats', 'View livechats'],
    ['manage_livechats', 'Manage livechats'],
    ['assign_livechats', 'Assign livechats'],
    ['export_livechats', 'Export livechats'],
    ['delete_livechats', 'Delete livechats'],
  ]),
  ...group('Tickets', 'operational', [
    ['view_tickets', 'View tickets'],
    ['manage_tickets', 'Manage tickets'],
    ['assign_tickets', 'Assign tickets'],
    ['export_tickets', 'Export tickets'],
    ['delete_tickets', 'Delete tickets'],
  ]),
  ...group('Contacts', 'operational', [
    ['view_contacts', 'View contacts'],
    ['manage_contacts', 'Manage contacts'],
    ['export_contacts', 'Export contacts'],
  ]),
  ...group('AI assistants', 'operational', [
    ['view_assistants', 'View assistants'],
    ['manage_assistants', 'Manage assistants'],
    ['publish_assistants', 'Publish assistants'],
    ['manage_knowledge', 'Manage knowledge base'],
  ]),
  ...group('Channels', 'operational', [
    ['view_channels', 'View channels'],
    ['manage_channels', 'Manage channels'],
    ['manage_business_hours', 'Manage business hours'],
    ['manage_canned_replies', 'Manage canned replies'],
    ['manage_tags', 'Manage tags'],
  ]),
  ...group('Analytics', 'operational', [
    ['view_analytics', 'View analytics'],
    ['manage_dashboards', 'Manage dashboards'],
    ['export_reports', 'Export reports'],
  ]),
]
