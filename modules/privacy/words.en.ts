import type { Words } from '../../kernel/words.ts'
import type { zh } from './words.zh.ts'

export const en: Words<typeof zh> = {
  kinds: { see: 'See', correct: 'Correct', object: 'Object', delete: 'Delete', explain: 'Explain' },
  kindHints: { see: 'what is held about me', correct: 'something is wrong', object: 'I do not agree with a decision', delete: 'it should not be kept any more', explain: 'why it was decided so' },
  requestStates: { open: 'to answer', answered: 'answered', refused: 'refused', withdrawn: 'withdrawn', overdue: 'overdue' },
  channels: { link: 'own phone', desk: 'desk or telephone' },
  states: { open: 'running', stopped: 'collecting stopped', frozen: 'frozen', reviewed: 'reviewed', approved: 'destruction approved', destroying: 'being destroyed', broken: 'destroying broken off', closed: 'closed' },
  actions: { stop: 'Stop collecting', resume: 'Resume collecting', freeze: 'Freeze', unfreeze: 'Unfreeze', review: 'Review', approve: 'Approve destruction', destroy: 'Destroy', broken: 'Broken off before all was destroyed', keepOver: 'Kept until its day, now destroyed' },
  modes: { normal: 'normal days', emergency: 'emergency' },
  how: { delete: 'deleted', strip: 'identity removed' },
  requests: {
    title: 'Requests about personal data', sub: 'Residents ask to see, correct, object or delete; answered in time{days}, a refusal with its reason.', receipt: 'Receipt', who: 'Who', kind: 'Request', text: 'In their words', due: 'Answer by', state: 'State', all: 'All', empty: 'No requests.', emptyHint: 'Residents ask from their own page, or you enter it for them at the desk.',
    answer: 'Answer', granted: 'Granted', refusedIt: 'Refused', how: 'What was done, or why not', send: 'Send the answer', sent: 'Answered', reopened: 'The answer is taken back', answeredBy: '{name} {at}', asked: 'asked {at} by {channel}', open: 'Open the card', why: 'Why this measure', answerNeeded: 'Say what was done, or why it is refused',
  },
  mine: {
    keptTitle: 'Kept in daily work as well', keptLaw: 'By: {law}',
    title: 'My data', held: 'What is held about you', rows: '{n} records', looks: 'Who looked or took a file out, last 30 days', look: '{day} {role}, {n} times', noLooks: 'Nobody looked or took a file out lately.', notice: 'About your data', ask: 'Ask', kind: 'What for', text: 'In your words', send: 'Send', sent: 'Received. Receipt {receipt}; answered by {day}.',
    mineTitle: 'What you asked', answered: 'Answer: {text}', withdraw: 'Withdraw', textNeeded: 'Say what should be done', kindNeeded: 'Choose one', masked: 'Numbers are shown in part, so that nobody else reads them.', open: 'See my data, object', notNow: 'No network, not sent yet. Press again later; what you wrote is kept.', days: 'answered within {n} days', back: 'Back',
  },
  events: {
    title: 'Ending an event', sub: 'When the epidemic is over, so is what was collected for it: stop, freeze, review, approve, destroy, and print the certificate.', none: 'No event yet.', noneHint: 'Enter this epidemic as an event; it is ended and destroyed by that.', add: 'Enter an event', name: 'Name', orderNo: 'Order number', area: 'Area', startedOn: 'Since', reason: 'Reason', since: 'since {day} · {area} · {order}',
    steps: 'Steps', step: '{name} {at}', by: 'by {order}: {reason}', count: 'Dry run', countHint: 'Only counts, changes nothing.', data: 'Data', rows: 'Records', from: 'From', to: 'To', term: 'Kept for', months: '{n} months', untilEnd: 'until the event ends', expired: '{n} past their term', decide: 'Review', destroyIt: 'Destroy', keepIt: 'Keep', keepReason: 'Why it must be kept (lawful, necessary, safe)', keepUntil: 'Until',
    statistics: '{n} figures without identities stay (by community and day).', go: 'Go on', save: 'Keep the review', destroyNow: 'Destroy now', destroyWarn: 'This cannot be undone. {n} records go; only figures stay.', expiredGo: 'Destroy the {n} past their term', expiredDone: '{n} past their term destroyed', started: 'Destroying has begun; a certificate follows', broken: 'After several tries not all is destroyed. What has gone does not come back; press Destroy again and it goes on where it stopped. If it does not, ask whoever runs the server.', done: 'Done', stopped: 'Collecting has stopped; {n} codes take nothing for the event any more, everyday matters go on', certificate: 'Certificate of destruction', print: 'Print', setMonths: 'Keep for how many months', title2: 'Certificate of destruction of personal data', body: '“{title}” ({order}) in {area} is closed. By the Emergency Response Law (revised 2024), articles 84 and 85, and the Personal Information Protection Law (2021), article 47, the personal data below were destroyed on {at}.', method: 'How', left: 'Left', keptMark: 'kept after review', executor: 'Executed by', approver: 'Approved by', requester: 'Requested by', checksum: 'Checksum', seal: '(seal)', keptNote: '{n} figures without any identity stay. Backups: the built-in database copies itself every hour and keeps the last 24 copies, so after 24 more hours of running none holds these data; copies kept elsewhere are overwritten by whoever keeps them as their cycle ends.', notice: 'Notice', under: 'To be finished first', of: '{n} in all',
  },
  timeline: { asked: 'Asked about the own data ({receiptNo})', answered: 'Request {receiptNo} answered: {answer}', refused: 'Request {receiptNo} refused: {answer}' },
  errors: {
    notInState: 'The event is “{state}” now; this step cannot be taken. Reload to see where it stands.',
    eventRunning: '“{title}” is not closed yet in this area. Close it first, or choose another area.',
    stillManaged: 'It cannot be frozen yet: {episodes} people managed, {leads} leads open, {waiting} reports to verify. Release, close and verify them first.',
    reasonNeeded: '“{kind}” is to be kept: give the reason (lawful, necessary, safe) and the day until which.',
    ownApproval: 'Whoever froze or reviewed it cannot approve it. Ask another colleague who may.',
    answered: 'This request is answered or withdrawn. Reload to see it.',
    notYours: 'This request is outside your territory. Pass it to the community it belongs to.',
  },
}
