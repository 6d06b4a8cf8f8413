import type { Words } from '../../kernel/words.ts'
import type { zh } from './words.zh.ts'

export const en: Words<typeof zh> = {
  title: 'Dashboard',
  figures: {
    households: 'Households', persons: 'People', managedHouseholds: 'Households managed', managed: 'Managed', opened: 'New today', released: 'Released today', toRelease: 'To release',
    releaseLate: 'Release overdue', missing: 'No reading yet', missed: 'Missed today', leads: 'Leads waiting', leadsLate: 'Leads overdue', toVerify: 'To verify', verifyLate: 'Verifying overdue',
    reportsMissing: 'Reports missing', gaps: 'Base data missing', affected: 'With cases', graded: 'Under a grade',
  },
  units: { opened: '{n}', toRelease: '{n}', missing: '{n}', leads: '{n}', toVerify: '{n}' },
  late: { leadsLate: 'leads', verifyLate: 'verifying', releaseLate: 'releases', missed: 'missed checks' },
  page: {
    figures: 'Figures of today', pair: '{households} hh {persons} p.', same: 'as at this hour yesterday', differs: '{by} on this hour yesterday', ofCommunities: '{n} of {all}', sentOne: 'sent', reportBy: 'due {clock}', reportLate: 'due {clock}, passed',
    asOf: 'As of {at}, renewed every minute', screen: 'Wall screen', crumbs: 'Areas above', needsHelp: '{name} needs help first:', needs: '{n} overdue, {kinds}.', allWell: 'Nothing is overdue.', lowest: 'Nothing stands below this area. The figures above open their lists.',
    asTable: 'Table', asPicture: 'Picture',
  },
  table: {
    complete: 'Base data', zone: 'State or grade',
    title: 'Where help is needed', area: 'Area', late: 'Overdue', report: 'Report', nothing: 'none', own: '{name} itself', sent: 'sent {clock}', notSent: 'not sent', sentOf: '{n} of {all} sent',
  },
  map: {
    head: 'Map', title: '{measure} by area', by: 'Coloured by', late: 'Overdue', managed: 'Managed', perThousand: 'Managed per 1,000', opened: 'New today', missing: 'No reading yet', gapShare: 'Base data missing', zone: 'State or grade', persons: 'Population', open: '{name} {n}, open',
  },
  trend: { title: 'Last {n} days', sum: '{opened} new, {released} released', day: 'Day', managed: 'managed', opened: 'new', released: 'released', today: 'today' },
  origins: {
    title: 'Arrivals of {n} days from', sum: '{n} people, {provinces} provinces', from: 'From', abroad: 'Abroad', unknown: 'Unknown', none: 'Nobody arrived in the last {n} days.', rest: '{persons} people from {n} other provinces',
  },
  ages: { title: 'Day of management', longest: '{n} at day {days} or later', day: 'Day', nth: 'day {n}', persons: 'day {day}: {n} people', hint: 'Counted from the day the period starts from, which is day 0.' },
  reports: { title: 'Daily reports', sent: '{n} of {all} sent', late: 'overdue' },
  screen: { title: '{name} · command dashboard', asOf: 'as of {clock}', stale: 'Server not reached, figures of {clock}', leave: 'Leave', more: '{n} more areas', sentOf: '{n} of {all}' },
  outlines: {
    title: 'Outlines', sub: 'Bring the outlines of your areas (GeoJSON) and the dashboard draws their real shapes. Nothing leaves this server.', datum: 'Coordinates of the file', datums: { wgs84: 'WGS84 (GPS, Tianditu)', gcj02: 'GCJ-02 (Amap, Tencent)' },
    datumHint: 'Ask whoever gave you the file; a wrong choice shifts the whole map by some hundred metres, shapes stay.', pick: 'Choose a file', drop: 'or drop a .geojson or .json file here, 20 MB at most', reading: 'Reading', property: 'Which field names the area', propertyOf: '{name} (finds {n})',
    matched: '{n} of {all} found', apply: 'Use these {n} outlines', applied: '{n} outlines in use', undo: 'Undo', redo: 'Use again', undone: 'Undone; the former outlines hold again', preview: 'Preview', open: 'Left over', all: 'All outlines',
    columns: { no: 'No.', label: 'Name in the file', area: 'Area', why: 'Note', file: 'File', at: 'When', by: 'By', state: 'State', count: 'Found' },
    by: { code: 'by code', name: 'by name', hand: 'by hand' }, assign: 'Assign an area', replaces: 'replaces the present outline', history: 'Former imports', nothing: 'No outlines yet; the dashboard shows squares instead.', back: 'Back',
    states: { draft: 'draft', applied: 'in use', undone: 'undone' },
    why: { noName: 'has no name', noSuchArea: 'no area of this name', severalAreas: 'several areas of this name, say which', taken: 'this area has another outline' },
    problems: {
      notAPolygon: 'not an area, cannot be drawn', notClosed: 'the line does not close; close it in the mapping program and import again', tooFewPoints: 'too few points to enclose anything', swapped: 'longitude must come first', outOfRange: 'not degrees, or not in the country; export as longitude and latitude', tooDetailed: 'more than 20,000 points; simplify it first',
    },
    fine: 'All {n} can be used.', someLeft: '{n} found no area or cannot be drawn; the others are not affected.',
  },
  errors: {
    notGeoJson: 'This file is not GeoJSON (a feature collection). Export it as GeoJSON and choose it again; no outline was changed.',
    noFeatures: 'There is no outline in the file. Check which layer was exported and choose it again.',
    tooMany: 'The file has {n} outlines, {most} at most at once. Split it into several files.',
    notInState: 'This import is now “{state}”, so that cannot be done. Refresh to see the latest.',
    nothingMatched: 'No outline found its area, so there is nothing to use. Choose another field or assign by hand.',
  },
}
