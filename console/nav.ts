import type { Permission } from '../modules/accounts/rules.ts'
import type { Mode } from '../modules/privacy/contract.ts'

export interface NavTab {
  id: string
  to: string
  permission: Permission
  /** Pages that belong to it under an address of their own. */
  also?: readonly string[]
}
export interface NavItem {
  id: string
  /** Of an epidemic only: in normal days (平时) it steps back, and opens by its address as before. */
  emergency?: true
  tabs: readonly [NavTab, ...NavTab[]]
}

/** At most seven words, the same for all and fewer for most; words at `ui.nav.<id>`. A word with several pages shows them as tabs. */
export const nav: readonly NavItem[] = [
  {
    id: 'today',
    tabs: [
      { id: 'today', to: '/', permission: 'territory.view' },
      { id: 'matters', to: '/matters', permission: 'matters.view' },
      { id: 'certificates', to: '/certificates', permission: 'certificates.view' },
      { id: 'volunteers', to: '/volunteers', permission: 'volunteers.view' },
      { id: 'call', to: '/today/call', permission: 'quarantine.check' },
      { id: 'dashboard', to: '/dashboard', permission: 'dashboard.view' },
    ],
  },
  {
    id: 'people',
    tabs: [
      { id: 'register', to: '/people', permission: 'people.view', also: ['/household'] },
      { id: 'care', to: '/care', permission: 'care.view' },
      { id: 'baseData', to: '/base-data', permission: 'people.view' },
      { id: 'doubles', to: '/doubles', permission: 'people.edit' },
      { id: 'roster', to: '/roster', permission: 'roster.import' },
      { id: 'privacy', to: '/privacy', permission: 'privacy.answer' },
      { id: 'exports', to: '/exports', permission: 'people.export' },
    ],
  },
  {
    id: 'control',
    emergency: true,
    tabs: [
      { id: 'screening', to: '/screening', permission: 'screening.view' },
      { id: 'pushedlists', to: '/pushed-lists', permission: 'screening.view' },
      { id: 'quarantine', to: '/quarantine', permission: 'quarantine.view' },
      { id: 'leads', to: '/leads', permission: 'leads.view' },
      { id: 'sites', to: '/sites', permission: 'quarantine.view' },
      { id: 'field', to: '/field', permission: 'field.parcels', also: ['/phones'] },
    ],
  },
  {
    id: 'passage',
    tabs: [
      { id: 'gateDesk', to: '/passages/gate', permission: 'passage.record' },
      { id: 'passages', to: '/passages', permission: 'passage.view' },
      { id: 'passes', to: '/passes', permission: 'passes.view' },
      { id: 'exits', to: '/exits', permission: 'exits.view' },
      { id: 'transport', to: '/transport', permission: 'exits.view' },
      { id: 'venues', to: '/venues', permission: 'venues.view' },
      { id: 'gates', to: '/gates', permission: 'passage.view' },
    ],
  },
  {
    id: 'reporting',
    tabs: [
      { id: 'reporting', to: '/reporting', permission: 'reporting.view' },
      { id: 'forms', to: '/forms', permission: 'forms.view' },
      { id: 'workReport', to: '/work-report', permission: 'reporting.view' },
      { id: 'documents', to: '/documents', permission: 'documents.templates' },
    ],
  },
  {
    id: 'territory',
    tabs: [
      { id: 'territory', to: '/territory', permission: 'territory.view' },
      { id: 'duty', to: '/duty', permission: 'duty.view' },
      { id: 'zones', to: '/zones', permission: 'zones.view' },
      { id: 'disinfection', to: '/disinfection', permission: 'disinfection.view' },
      { id: 'supplies', to: '/supplies', permission: 'supplies.view' },
      { id: 'publicity', to: '/publicity', permission: 'publicity.view' },
      { id: 'resumption', to: '/resumption', permission: 'resumption.view' },
      { id: 'outlines', to: '/outlines', permission: 'territory.edit' },
    ],
  },
  { id: 'policies', tabs: [{ id: 'policies', to: '/policies', permission: 'policies.view' }, { id: 'events', to: '/events', permission: 'privacy.view' }] },
  {
    id: 'system',
    tabs: [
      { id: 'accounts', to: '/accounts', permission: 'accounts.manage' },
      { id: 'phones', to: '/phones', permission: 'accounts.manage' },
      { id: 'settings', to: '/settings', permission: 'accounts.manage' },
      { id: 'grants', to: '/grants', permission: 'accounts.grant' },
      { id: 'access', to: '/access', permission: 'accounts.grant' },
      { id: 'roleRequests', to: '/role-requests', permission: 'accounts.grant' },
      { id: 'audit', to: '/audit', permission: 'audit.read' },
      { id: 'trace', to: '/trace', permission: 'audit.read' },
    ],
  },
]

export interface ShownItem { id: string; to: string; emergency: boolean; tabs: readonly NavTab[] }

/** What these permissions may open, of the pages there are. */
export function navFor(permissions: readonly string[], paths: readonly string[]): ShownItem[] {
  return nav.flatMap(({ id, emergency = false, tabs }) => {
    const open = tabs.filter((tab) => permissions.includes(tab.permission) && paths.includes(tab.to))
    return open[0] ? [{ id, to: open[0].to, emergency, tabs: open }] : []
  })
}

/** In normal days what belongs to an epidemic steps back, but for the word one stands at. */
export const shownIn = (items: readonly ShownItem[], mode: Mode | undefined, current: ShownItem | undefined): ShownItem[] =>
  items.filter((item) => mode !== 'normal' || !item.emergency || item.id === current?.id)

const covers = (to: string, path: string): boolean => (to === '/' ? path === '/' : path === to || path.startsWith(`${to}/`))

/** The word and tab a path belongs to. */
export function navAt(items: readonly ShownItem[], path: string): { item?: ShownItem; tab?: NavTab } {
  for (const item of items) {
    const tab = item.tabs.find((one) => [one.to, ...(one.also ?? [])].some((to) => covers(to, path)))
    if (tab) return { item, tab }
  }
  return {}
}
