import type { Words } from '../../kernel/words.ts'
import type { zh } from './words.zh.ts'

export const en: Words<typeof zh> = {
  title: 'Dashboard',
  figures: {
    households: 'Households', persons: 'People', managedHouseholds: 'Households managed', managed: 'Managed', opened: 'New today', released: 'Released today', toRelease: 'To release',
    releaseLate: 'Release overdue', missing: 'No reading yet', missed: 'Missed today', leads: 'Leads waiting', leadsLate: 'Leads overdue', toVerify: 'To verify', verifyLate: 'Verifying overdue',
    reportsMissing: 'Reports missing',
  },
  units: { opened: '{n}', toRelease: '{n}', missing: '{n}', leads: '{n}', toVerify: '{n}' },
  late: { leadsLate: 'leads', verifyLate: 'verifying', releaseLate: 'releases', missed: 'missed checks' },
  page: {
    figures: 'Figures of today', pair: '{households} hh {persons} p.', same: 'as at this hour yesterday', differs: '{by} on this hour yesterday', ofCommunities: '{n} of {all}', reportBy: 'due {clock}', reportLate: 'due {clock}, passed',
    asOf: 'As of {at}, renewed every minute', screen: 'Wall screen', crumbs: 'Areas above', needsHelp: '{name} needs help first:', needs: '{n} overdue, {kinds}.', allWell: 'Nothing is overdue.', lowest: 'Nothing stands below this area. The figures above open their lists.',
    asTable: 'Table', asPicture: 'Picture',
  },
  table: {
    title: 'Where help is needed', area: 'Area', late: 'Overdue', report: 'Report', nothing: 'none', own: '{name} itself', sent: 'sent {clock}', notSent: 'not sent', sentOf: '{n} of {all} sent',
  },
  map: {
    head: 'Map', title: '{measure} by area', by: 'Coloured by', late: 'Overdue', managed: 'Managed', perThousand: 'Managed per 1,000', opened: 'New today', missing: 'No reading yet', persons: 'Population', open: '{name} {n}, open',
  },
  trend: { title: 'Last {n} days', sum: '{opened} new, {released} released', day: 'Day', managed: 'managed', opened: 'new', released: 'released', today: 'today' },
  origins: {
    title: 'Arrivals of {n} days from', sum: '{n} people, {provinces} provinces', from: 'From', abroad: 'Abroad', unknown: 'Unknown', none: 'Nobody arrived in the last {n} days.', rest: '{persons} people from {n} other provinces, see the table',
  },
  ages: { title: 'Day of management', longest: '{n} at day {days} or later', day: 'Day', nth: 'day {n}', persons: 'day {day}: {n} people', hint: 'Counted from the day the period starts from, which is day 0.' },
  reports: { title: 'Daily reports', sent: '{n} of {all} sent', late: 'overdue' },
  screen: { title: '{name} · command dashboard', asOf: 'as of {clock}', stale: 'Server not reached, figures of {clock}', leave: 'Leave', more: '{n} more areas', sentOf: '{n} of {all}' },
}
