import type { BothLanguages } from '../../../kernel/fields.ts'

/** 数据种类: what is collected for an event, table by table, and how it is destroyed. */
export interface DataKind {
  id: string
  table: string
  name: BothLanguages
  /** The column (or expression on `t`) that says when a row was collected. */
  at: string
  /** Rows that only here belong to the event; all of the table where absent. */
  only?: string
  /** What must hold before a single row may go because its term is over: nothing that still runs hangs on it. */
  idle: string
  /** The column that names a stored file, which goes with its row. */
  file?: string
  /** Deleted, or emptied of everything that identifies somebody. */
  how: 'delete' | 'strip'
  /** Of several tables: the place of a row in its own says nothing about the others. */
  partitioned?: true
}

const EPISODE_OVER = `not exists (select from episode e where e.id = t.episode_id and e.state = 'active')`
const EXIT_OVER = `not exists (select from exit_request r where r.id = t.exit_id and r.state in ('applied', 'certificateDue', 'certified', 'allowed', 'out', 'notBack'))`
const HAPPENED = `t.kind like any (array['screening.%', 'quarantine.%', 'leads.%', 'exits.%', 'documents.%', 'passes.%'])`

/** In the order in which they go: what refers to another row before the row it refers to. */
export const dataKinds: readonly DataKind[] = [
  { id: 'visitors', table: 'person', name: { zh: '只因本事件登记的外来人员', en: 'visitors registered only because of the event' }, at: 't.created_at', only: `t.residency = 'visitor' and t.import_batch_id is null and t.state <> 'merged' and t.name <> ''`, idle: `not exists (select from episode e where e.person_id = t.id and e.state = 'active')`, how: 'strip' },
  { id: 'readings', table: 'health_check', name: { zh: '体温和症状', en: 'temperatures and symptoms' }, at: 't.taken_at', idle: EPISODE_OVER, how: 'delete' },
  { id: 'checks', table: 'check_due', name: { zh: '应测记录', en: 'checks due' }, at: 't.opens_at', idle: EPISODE_OVER, how: 'delete' },
  { id: 'visits', table: 'visit', name: { zh: '上门记录', en: 'visits' }, at: 't.created_at', idle: EPISODE_OVER, how: 'delete' },
  { id: 'tests', table: 'episode_test', name: { zh: '核酸检测', en: 'tests' }, at: 't.due_on::timestamptz', idle: EPISODE_OVER, how: 'delete' },
  { id: 'changes', table: 'episode_change', name: { zh: '管控变更', en: 'changes of episodes' }, at: 't.at', idle: EPISODE_OVER, how: 'delete' },
  { id: 'calls', table: 'episode_call', name: { zh: '电话和上门询问', en: 'calls' }, at: 't.at', idle: EPISODE_OVER, how: 'delete' },
  { id: 'exitChecks', table: 'exit_check', name: { zh: '外出测温', en: 'readings of people going out' }, at: 't.at', idle: EXIT_OVER, how: 'delete' },
  { id: 'exitTrips', table: 'exit_trip', name: { zh: '外出和返回', en: 'going out and coming back' }, at: 't.out_at', idle: EXIT_OVER, how: 'delete' },
  { id: 'exitEvents', table: 'exit_event', name: { zh: '外出经过', en: 'steps of exit requests' }, at: 't.at', idle: EXIT_OVER, how: 'delete' },
  { id: 'seats', table: 'transport_seat', name: { zh: '集中输送座位', en: 'seats in group transport' }, at: 't.seated_at', idle: EXIT_OVER, how: 'delete' },
  { id: 'transports', table: 'group_transport', name: { zh: '集中输送班次', en: 'buses of group transport' }, at: 't.created_at', idle: `t.state <> 'planned' and not exists (select from transport_seat s where s.transport_id = t.id)`, how: 'delete' },
  { id: 'exits', table: 'exit_request', name: { zh: '外出申请', en: 'exit requests' }, at: 't.applied_at', idle: `t.state not in ('applied', 'certificateDue', 'certified', 'allowed', 'out', 'notBack') and not exists (select from exit_check c where c.exit_id = t.id) and not exists (select from exit_trip c where c.exit_id = t.id) and not exists (select from exit_event c where c.exit_id = t.id) and not exists (select from transport_seat c where c.exit_id = t.id)`, how: 'delete' },
  { id: 'venueVisits', table: 'venue_visit', name: { zh: '进出公共场所', en: 'visits to venues' }, at: 't.in_at', idle: 'true', how: 'delete' },
  { id: 'papers', table: 'document_issue', name: { zh: '出具的文书内容', en: 'contents of papers issued' }, at: '(select b.at from document_batch b where b.id = t.batch_id)', idle: EPISODE_OVER, how: 'delete' },
  { id: 'notices', table: 'notice', name: { zh: '告知书和解除通知书', en: 'notices' }, at: 't.issued_on::timestamptz', idle: `${EPISODE_OVER} and not exists (select from document_issue i where i.notice_id = t.id) and not exists (select from exit_request r where r.notice_id = t.id)`, how: 'delete' },
  { id: 'pushedRows', table: 'pushed_row', name: { zh: '协查名单里的人', en: 'people on pushed lists' }, at: 't.issued_at', idle: `t.state <> 'waiting'`, how: 'delete' },
  { id: 'pushedLists', table: 'pushed_list', name: { zh: '协查名单和文件', en: 'pushed lists and their files' }, at: 't.created_at', idle: 'not exists (select from pushed_row r where r.list_id = t.id)', how: 'delete', file: 'file_id' },
  { id: 'parcels', table: 'field_parcel', name: { zh: '手机转来的记录', en: 'records handed over by phones' }, at: 't.received_at', idle: `t.state <> 'waiting'`, how: 'delete' },
  { id: 'tips', table: 'tip', name: { zh: '邻里线索', en: 'tips of neighbours' }, at: 't.at', idle: 'true', how: 'delete' },
  { id: 'leadEvents', table: 'lead_event', name: { zh: '线索经过', en: 'what happened with leads' }, at: 't.at', idle: `not exists (select from lead l where l.id = t.lead_id and l.state <> 'closed')`, how: 'delete' },
  { id: 'leads', table: 'lead', name: { zh: '可疑线索', en: 'leads' }, at: 't.opened_at', idle: `t.state = 'closed' and not exists (select from lead_event c where c.lead_id = t.id) and not exists (select from lead c where c.joined_to = t.id)`, how: 'delete' },
  { id: 'passagePatterns', table: 'passage_pattern', name: { zh: '出入异常', en: 'what looked wrong at the gates' }, at: 't.at', idle: 't.settled_at is not null', how: 'delete' },
  { id: 'passages', table: 'passage_event', name: { zh: '进出记录', en: 'passages at the gates' }, at: 't.at', idle: `not exists (select from lead l where l.id = t.lead_id and l.state <> 'closed')`, how: 'delete', partitioned: true },
  { id: 'formerHomes', table: 'former_home', name: { zh: '曾住处(从几时住到几时)', en: 'former homes, from when to when' }, at: 't.until', idle: 'true', how: 'delete' },
  { id: 'passEvents', table: 'pass_event', name: { zh: '通行证经过', en: 'what happened with passes' }, at: 't.at', idle: `exists (select from pass p where p.id = t.pass_id and (p.state in ('revoked', 'declined') or p.valid_until < now()))`, how: 'delete' },
  { id: 'passSkips', table: 'pass_skip', name: { zh: '整批签发时没有发的户', en: 'households left out of a run of passes' }, at: '(select b.at from pass_batch b where b.id = t.batch_id)', idle: `not exists (select from pass_batch b where b.id = t.batch_id and b.state = 'running')`, how: 'delete' },
  { id: 'passPhotos', table: 'pass_photo', name: { zh: '出入证照片', en: 'photos on passes' }, at: 't.taken_at', idle: `exists (select from pass p where p.id = t.pass_id and (p.state in ('revoked', 'declined') or p.valid_until < now()))`, how: 'delete', file: 'file_id' },
  { id: 'passes', table: 'pass', name: { zh: '出入证、车辆通行证、访客', en: 'passes of households, vehicles and visitors' }, at: 't.issued_at', idle: `(t.state in ('revoked', 'declined') or t.valid_until < now()) and not exists (select from pass_event c where c.pass_id = t.id) and not exists (select from pass_photo f where f.pass_id = t.id)`, how: 'delete' },
  { id: 'links', table: 'link', name: { zh: '个人码', en: 'links of residents' }, at: 't.created_at', only: `t.purpose = 'personal'`, idle: `(t.revoked_at is not null or t.expires_at < now())`, how: 'delete' },
  { id: 'timeline', table: 'timeline_entry', name: { zh: '档案里的排查和管控经过', en: 'the event’s lines on people’s cards' }, at: 't.at', only: HAPPENED, idle: EPISODE_OVER, how: 'delete' },
  { id: 'episodes', table: 'episode', name: { zh: '管控记录', en: 'episodes' }, at: 't.opened_at', idle: `t.state <> 'active' and not exists (select from health_check c where c.episode_id = t.id) and not exists (select from visit c where c.episode_id = t.id) and not exists (select from episode_test c where c.episode_id = t.id) and not exists (select from episode_change c where c.episode_id = t.id) and not exists (select from episode_call c where c.episode_id = t.id) and not exists (select from episode c where c.because_of_episode_id = t.id)`, how: 'delete' },
  { id: 'screenings', table: 'screening', name: { zh: '排查和申报', en: 'screenings and declarations' }, at: 't.reported_at', idle: `t.state <> 'toVerify' and not exists (select from episode e where e.screening_id = t.id) and not exists (select from lead l where l.screening_id = t.id) and not exists (select from screening c where c.joined_to = t.id) and not exists (select from tip c where c.screening_id = t.id) and not exists (select from pushed_row c where c.screening_id = t.id or c.report_id = t.id)`, how: 'delete' },
]

/** Tables with an area that are neither the event's nor about residents: why each stays. Checked against all tables by a test. */
export const keptTables: Readonly<Record<string, string>> = {
  area: 'the territory', area_change: 'the history of the territory', account: 'staff, not residents', grant_change: 'who was granted what, for the trail',
  tally: 'maintained counters', import_mapping: 'headings of spreadsheets',
  document_template: 'forms without people', notice_counter: 'numbers of papers', document_batch: 'how many papers were made when, without people',
  declared_figure: 'figures of nobody in particular', work_report: 'a narrative of figures', outline_import: 'maps', area_outline: 'maps',
  role_request: 'roles asked for staff', duty_assignment: 'who answers for which area: staff and leaders', duty_handover: 'what was handed over between staff', duty_board: 'a public board', duty_sheet: 'tables of who answers for which area: staff and leaders', account_request: 'what one administrator asked another about an account',
  gate: 'places', gate_shift: 'which of the staff stood where', passage_hour: 'counts of nobody in particular', passage_day: 'counts of nobody in particular', passage_count: 'counts of nobody in particular',
  pass_batch: 'how many passes were issued when, without people',
  venue: 'places, not people', venue_disinfection: 'evidence of disinfection',
  disinfection_point: 'places, not people', disinfection: 'evidence of disinfection', terminal_disinfection: 'where a team was sent and what it did; the place, never the name of a case',
  supply_item: 'what an office keeps in its cupboard', supply_movement: 'the books of supplies and donations: what went to which door, never who lives there', supply_part: 'as supply_movement', supply_request: 'what one office asked of another',
  zone_state: 'states and grades by order', zone_checklist: 'an office’s own lists of measures', zone_item: 'measures of an order and who of the staff took them',
  volunteer_rule: 'how points are counted, of nobody in particular', volunteer_call: 'for what hands are called',
  announcement: 'what an office says to everybody', announcement_area: 'for which places it is said', announcement_opened: 'how often it was opened on a day, by nobody in particular', publicity_record: 'who of the staff passed on what where, and to how many',
  care_rhythm: 'days between visits, of nobody in particular', form_admission: 'which forms departments may ask for', certificate_item: 'what communities may certify, without people',
  daily_report: 'figures as they were sent, of nobody in particular', daily_report_correction: 'figures put right', daily_report_return: 'questions about figures',
  field_device: 'phones of the staff', quarantine_site: 'buildings', quarantine_room: 'buildings', privacy_event: 'the event itself', privacy_step: 'who ended it', privacy_review: 'why what is kept is kept',
  frozen_area: 'the mark of the freeze', event_statistic: 'counts of nobody in particular',
}
