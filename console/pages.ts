import type { ComponentType } from 'react'

/**
 * Every page of the console, one line each: its address and the file whose default export shows it.
 * A page reads its filter, tab and open card with `useAddress()` (ui/address.ts), parts of the path with `useParams({ strict: false })`.
 * Files are loaded when the page is first opened. Whether the page stands in the navigation is said in nav.ts.
 */
export interface PageSpec {
  path: string
  load: () => Promise<{ default: ComponentType }>
}

export const pages: readonly PageSpec[] = [
  // ADD YOUR PAGES HERE, one line each:
  { path: '/', load: () => import('./today/TodayPage.tsx') },
  { path: '/dashboard', load: () => import('./dashboard/DashboardPage.tsx') },
  { path: '/today/call', load: () => import('./today/call/CallPage.tsx') },
  { path: '/roster', load: () => import('./roster/RosterPage.tsx') },
  { path: '/people', load: () => import('./people/PeoplePage.tsx') },
  { path: '/base-data', load: () => import('./people/base-data/BaseDataPage.tsx') },
  { path: '/doubles', load: () => import('./people/doubles/DoublesPage.tsx') },
  { path: '/household', load: () => import('./people/HouseholdPage.tsx') },
  { path: '/screening', load: () => import('./screening/ScreeningPage.tsx') },
  { path: '/screening/new', load: () => import('./screening/register/RegisterPage.tsx') },
  { path: '/screening/poster', load: () => import('./screening/PosterPage.tsx') },
  { path: '/pushed-lists', load: () => import('./pushedlists/PushedListsPage.tsx') },
  { path: '/quarantine', load: () => import('./quarantine/EpisodesPage.tsx') },
  { path: '/quarantine/paste', load: () => import('./quarantine/paste/PastePage.tsx') },
  { path: '/field', load: () => import('./field/ParcelsPage.tsx') },
  { path: '/phones', load: () => import('./field/PhonesPage.tsx') },
  { path: '/leads', load: () => import('./leads/LeadsPage.tsx') },
  { path: '/sites', load: () => import('./quarantine/SitesPage.tsx') },
  { path: '/passages', load: () => import('./passage/PassagesPage.tsx') },
  { path: '/passages/gate', load: () => import('./passage/desk/DeskPage.tsx') },
  { path: '/passages/present', load: () => import('./passage/PresentPage.tsx') },
  { path: '/passages/patterns', load: () => import('./passage/PatternsPage.tsx') },
  { path: '/passages/same-place', load: () => import('./passage/SamePlacePage.tsx') },
  { path: '/gates', load: () => import('./passage/GatesPage.tsx') },
  { path: '/gates/roster', load: () => import('./passage/roster/RosterPage.tsx') },
  { path: '/passes', load: () => import('./passes/PassesPage.tsx') },
  { path: '/passes/new', load: () => import('./passes/IssuePage.tsx') },
  { path: '/passes/bulk', load: () => import('./passes/BulkPage.tsx') },
  { path: '/passes/print', load: () => import('./passes/PrintPage.tsx') },
  { path: '/exits', load: () => import('./exits/ExitsPage.tsx') },
  { path: '/exits/new', load: () => import('./exits/ApplyPage.tsx') },
  { path: '/transport', load: () => import('./exits/transport/TransportPage.tsx') },
  { path: '/transport/manifest', load: () => import('./exits/transport/ManifestPage.tsx') },
  { path: '/venues', load: () => import('./venues/VenuesPage.tsx') },
  { path: '/venues/poster', load: () => import('./venues/VenuePosterPage.tsx') },
  { path: '/venues/trace', load: () => import('./venues/TracePage.tsx') },
  { path: '/reporting', load: () => import('./reporting/DailyReportPage.tsx') },
  { path: '/work-report', load: () => import('./documents/WorkReportPage.tsx') },
  { path: '/documents', load: () => import('./documents/DocumentsPage.tsx') },
  { path: '/documents/print', load: () => import('./documents/PrintPage.tsx') },
  { path: '/policies', load: () => import('./policies/PoliciesPage.tsx') },
  { path: '/policies/draft', load: () => import('./policies/draft/DraftPage.tsx') },
  { path: '/policies/publish', load: () => import('./policies/publish/PublishPage.tsx') },
  { path: '/policies/why', load: () => import('./policies/WhyPage.tsx') },
  { path: '/privacy', load: () => import('./privacy/RequestsPage.tsx') },
  { path: '/events', load: () => import('./privacy/EventsPage.tsx') },
  { path: '/territory', load: () => import('./territory/TerritoryPage.tsx') },
  { path: '/outlines', load: () => import('./dashboard/outlines/OutlinesPage.tsx') },
  { path: '/duty', load: () => import('./duty/DutyPage.tsx') },
  { path: '/duty/list', load: () => import('./duty/ListPage.tsx') },
  { path: '/duty/board', load: () => import('./duty/BoardPage.tsx') },
  { path: '/zones/checklists', load: () => import('./zones/ChecklistsPage.tsx') },
  { path: '/zones', load: () => import('./zones/ZonesPage.tsx') },
  { path: '/accounts', load: () => import('./accounts/AccountsPage.tsx') },
  { path: '/access', load: () => import('./access/AccessPage.tsx') },
  { path: '/grants', load: () => import('./accounts/GrantsPage.tsx') },
  { path: '/accounts/bulk', load: () => import('./accounts/BulkPage.tsx') },
  { path: '/role-requests', load: () => import('./accounts/RequestsPage.tsx') },
  { path: '/trace', load: () => import('./audit/TracePage.tsx') },
  { path: '/settings', load: () => import('./settings/SettingsPage.tsx') },
  { path: '/exports', load: () => import('./exports/ExportsPage.tsx') },
  { path: '/audit', load: () => import('./audit/AuditPage.tsx') },
  { path: '/me/sessions', load: () => import('./MySessions.tsx') },
  { path: '/me/password', load: () => import('./ChangePassword.tsx') },
]
