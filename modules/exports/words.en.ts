export const en = {
  title: 'Register of exports',
  sub: 'More than {most} rows, or clear numbers, need somebody else’s approval and can then be downloaded once in time; every file carries the name of who took it.',
  tabs: { toDecide: 'Waiting for me', mine: 'My exports', all: 'Whole territory' },
  states: { waiting: 'Waiting', approved: 'Approved, to download', refused: 'Not approved', withdrawn: 'Withdrawn', lapsed: 'Too late', downloaded: 'Downloaded' },
  causes: { rows: '{rows} rows, more than {most}', clear: 'Clear numbers' },
  columns: { what: 'What', who: 'Asked by', why: 'Reason', state: 'State', at: 'Asked' },
  facts: {
    rows: 'Rows', rowsOf: '{rows} rows', numbers: 'Numbers', clear: 'clear (identity numbers, telephones)', masked: 'masked', code: 'Export number', format: 'Format', asked: 'Asked',
    before: '30 days before', beforeOf: '{exports} downloads, {rows} rows', beforeNone: 'nothing downloaded', decided: 'Decision', until: 'Download until', downloaded: 'Downloaded',
  },
  why: {
    waiting: '{who} wants to take out {title}, {rows} rows{clear}.',
    clear: ', with clear numbers',
    ready: 'Approved. Download it before {until}; it can be downloaded once.',
    refused: '{name} did not approve: {note}',
    lapsed: 'Approved but not downloaded in time. If you still need it, export once more.',
  },
  acts: { approve: 'Approve', refuse: 'Do not approve', takeBack: 'Take the decision back', download: 'Download', withdraw: 'Withdraw', note: 'Note', refuseReason: 'Why not, and what to do instead' },
  done: { approve: 'Approved; {name} may download it once.', refuse: 'Answered: not approved.', takeBack: 'Decision taken back; it waits again.', withdraw: 'Request withdrawn.', download: 'Downloaded and registered.' },
  empty: { toDecide: 'No export waits for you', mine: 'You have not exported anything', all: 'Nothing was exported in this territory', hint: 'Press Export on a list, and it is registered here.' },
  form: {
    title: 'Export', format: 'Format', clear: 'With whole identity numbers and telephones (needs an approval)', go: 'Export', sent: 'Asked for, waiting for approval', openList: 'My exports',
    waitsHint: 'The subdistrict or the command approves, never oneself; download it then from the register of exports.', wait: 'Do not export', reasonHint: 'For who approves and for the auditor: for whom, for what',
  },
  errors: {
    waitsForRows: '{rows} rows are more than {most}: the subdistrict or the command must approve. The request is sent; download it once from the register of exports when it is approved.',
    waitsForClear: 'An export with clear numbers must be approved by the subdistrict or the command ({rows} rows). The request is sent; download it once from the register of exports when it is approved.',
    notInState: 'This export is “{state}” now; that cannot be done. Reload and look again.',
    notOneself: 'Nobody approves the own export. Ask another person who may approve.',
    notYours: 'Only who did the step before can do this.',
  },
}
