import { episodeTabs } from '../../modules/quarantine/contract.ts'
import { careGroup, residency } from '../../modules/people/contract.ts'
import { matterKinds, matterTabs } from '../../modules/matters/contract.ts'
import { leadKinds, leadTabs } from '../../modules/leads/contract.ts'
import { screeningTabs } from '../../modules/screening/contract.ts'
import { todayKinds } from '../../modules/today/contract.ts'

export type Input = Readonly<Record<string, string>>

/** One way of asking a list; of several inputs each round takes the next. */
export interface Probe {
  endpoint: string
  what: string
  inputs: readonly Input[]
  /** Each round asks for the page after the one before. */
  walks?: boolean
}

/** Somebody's numbers in clear, as they are typed into a search. */
export interface Known { document: string; phone: string }

export interface Places { communityId: string; gridId: string; compoundId: string; batchId: string; siteId: string; accountId: string; personIds: readonly string[] }

const one = (endpoint: string, what: string, ...inputs: Input[]): Probe => ({ endpoint, what, inputs: inputs.length === 0 ? [{}] : inputs })
const each = (endpoint: string, name: string, values: readonly string[], more: Input = {}): Probe[] => values.map((value) => one(endpoint, `${name} ${value}`, { [name]: value, ...more }))
/** The first page, and the pages behind it. */
const paged = (endpoint: string, input: Input = {}, what = ''): Probe[] => [
  one(endpoint, `first page${what}`, input), { endpoint, what: `next pages${what}`, inputs: [input], walks: true },
]
const all = (name: string, values: readonly string[]): Input[] => values.map((value) => ({ [name]: value }))

export const probes = (known: readonly Known[], at: Places): readonly Probe[] => [...peopleProbes(known, at), ...workProbes(at), ...officeProbes(at)]

function peopleProbes(known: readonly Known[], at: Places): Probe[] {
  const list = 'people.listPeople'
  const find = 'people.findPeople'
  return [
    ...paged(list), ...paged(list, { limit: '200' }, ' of 200'), one(list, 'one grid', { areaId: at.gridId }), one(list, 'one compound', { areaId: at.compoundId }),
    ...each(list, 'careGroup', careGroup.options), ...paged(list, { anyCare: 'true' }, ', anyCare'), ...each(list, 'residency', residency.options),
    ...each(list, 'state', ['movedOut', 'deceased']),
    one(list, 'surname', ...all('text', ['王', '李', '罗'])), one(list, 'name', ...all('text', ['李桂兰', '王建军', '罗小梅'])), one(list, 'nobody’s name', ...all('text', ['欧阳', '尉迟锋'])),
    one(list, 'pinyin', ...all('text', ['liguilan', 'wang', 'lg', 'zhangw'])), one(list, 'last digits', ...all('text', ['1234', '5678'])),
    one(list, 'identity number', ...all('text', known.map((k) => k.document))), one(list, 'phone', ...all('text', known.map((k) => k.phone))),
    one(find, 'name', ...all('text', ['李桂兰', '王', '罗小梅'])), one(find, 'pinyin', ...all('text', ['liguilan', 'w', 'lgl'])), one(find, 'identity number', ...all('text', known.map((k) => k.document))),
    one('people.peopleCounts', 'counts'), one('people.personCard', 'card', ...all('personId', at.personIds)),
    one('territory.areaChildren', 'tree'), one('territory.searchAreas', 'search', ...all('text', ['东园', '社区', 'xiyuan'])), ...paged('territory.gridWarnings'),
  ]
}

function workProbes(at: Places): Probe[] {
  const screenings = 'screening.listScreenings'
  const episodes = 'quarantine.listEpisodes'
  return [
    ...paged(screenings), ...each(screenings, 'tab', screeningTabs), one(screenings, 'name', ...all('q', ['李桂兰', '王', '罗小'])), one(screenings, 'receipt', ...all('q', ['0310-22222', '0309-ABCDE'])),
    one(screenings, 'origin class', { originClasses: 'hubei' }), one(screenings, 'measure', { measures: 'homeQuarantine' }), one(screenings, 'channel', { channels: 'gate,declaration' }),
    one(screenings, 'arrived', { arrivedFrom: '2020-02-20', arrivedTo: '2020-02-22' }), one(screenings, 'one compound', { areaId: at.compoundId }), one('screening.screeningCounts', 'counts'),
    ...paged(episodes), ...each(episodes, 'tab', episodeTabs), ...paged(episodes, { tab: 'closed' }, ', closed'), one(episodes, 'origin class', { originClass: 'hubei' }),
    one(episodes, 'measure', { measure: 'homeQuarantine' }), one(episodes, 'one compound', { areaId: at.compoundId }), one('quarantine.episodeCounts', 'counts'),
    ...paged('quarantine.listVisits'), ...paged('quarantine.listVisits', { state: 'made' }, ', made'), ...each('quarantine.listVisits', 'visitor', ['doctor', 'worker', 'property']),
    one('quarantine.listSites', 'sites'), one('quarantine.getSite', 'rooms', { siteId: at.siteId }), one('quarantine.freeRooms', 'free rooms'),
    ...paged('leads.listLeads'), ...each('leads.listLeads', 'tab', leadTabs), ...each('leads.listLeads', 'kinds', leadKinds, { tab: 'closed' }), one('leads.leadCounts', 'counts'),
    ...paged('matters.listMatters', { tab: 'all' }), ...each('matters.listMatters', 'tab', matterTabs), ...paged('matters.listMatters', { tab: 'closed' }, ', closed'), one('matters.listMatters', 'by deadline', { tab: 'all', order: 'due' }),
    ...each('matters.listMatters', 'kind', matterKinds.slice(0, 2), { tab: 'all' }), one('matters.listMatters', 'mine', { tab: 'all', by: 'me' }), one('matters.listMatters', 'words', ...all('text', ['漏水', '没有的话'])),
    one('matters.matterCounts', 'counts'), one('matters.matterCounts', 'kind', { kind: 'facility' }), one('matters.matterCounts', 'mine', { by: 'me' }), one('matters.matterCounts', 'words', { text: '漏水' }),
    one('matters.matterRates', 'two weeks', { from: '2020-02-26', to: '2020-03-10' }), one('matters.matterRates', 'a quarter', { from: '2019-12-10', to: '2020-03-10' }),
    one('today.today', 'today'), ...each('today.today', 'kind', todayKinds),
  ]
}

function officeProbes(at: Places): Probe[] {
  const events = 'audit.listAuditEvents'
  return [
    ...paged('roster.listImports'), ...paged('roster.listImportIssues', { batchId: at.batchId, limit: '10' }), ...paged('roster.listImportMatches', { batchId: at.batchId, limit: '10' }),
    one('reporting.listDailyReports', 'days', { areaId: at.communityId }), one('reporting.reportsOfDay', 'communities', {}, { day: '2020-03-09' }),
    ...each('reporting.figurePeople', 'indicator', ['managed', 'opened', 'cumulative', 'checksDue', 'screened', 'total'], { areaId: at.communityId }),
    one('policies.listPolicies', 'orders'), one('accounts.listColleagues', 'colleagues'), one('accounts.mySessions', 'my sessions'),
    ...paged('accounts.listAccounts'), one('accounts.listAccounts', 'search', ...all('text', ['李', 'staff12', '王建'])), ...each('accounts.listAccounts', 'state', ['active', 'suspended', 'closed']),
    ...paged('accounts.listGrants'), one('accounts.listGrants', 'role', ...all('role', ['gridWorker', 'gatekeeper'])), one('accounts.listGrants', 'search', ...all('text', ['李', 'staff12'])),
    ...paged(events), ...each(events, 'act', ['view', 'reveal', 'change', 'export']), one(events, 'a person', ...all('subject', at.personIds)), one(events, 'an account', { accountId: at.accountId }),
    one(events, 'a day', { day: '2020-03-01' }, { day: '2020-02-20' }), one(events, 'an endpoint', ...all('endpoint', ['people.', 'people.editPerson', 'roster.'])),
  ]
}
