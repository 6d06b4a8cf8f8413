import type { Words } from '../../kernel/words.ts'
import type { zh } from './words.zh.ts'

export const en: Words<typeof zh> = {
  effects: { over: 'no longer managed', stricter: 'stricter', milder: 'milder', longer: 'longer', shorter: 'shorter', same: 'unchanged', byHand: 'look at each', unclear: 'cannot be told' },
  effectHints: { byHand: 'extended or changed by an order of its own; not changed by this one, look at each', unclear: 'what was recorded is not enough for this order to decide; look at each', over: 'goes to “to release”, confirmed by the deciding office' },
  preview: {
    title: 'Before publishing', sub: 'See what would change, then publish. Nothing is written by this page.', of: '{order} “{title}”', differs: 'What differs from now', comparedWith: 'Compared with {order} (edition {n})', first: 'The first of its kind: there is nothing to compare with.', noDifference: 'Who is managed and how stays as it is.',
    paper: 'Number and file', attach: 'Attach a file (PDF, picture, Word)', noPaper: 'The issued order is not attached yet. It can be added after publishing, too.', removed: 'The file is removed',
    people: 'What changes for people managed now', nobody: 'Nobody is managed now where this order would hold.', call: '{n} people to be called', managed: '{n} people managed where it holds', elsewhere: '{n} more are under a nearer order and not concerned.',
    notRetroactive: 'This order is not retroactive: nobody managed now changes. Below is what would change if it were.', retroactive: 'This order is retroactive: when it comes into force on {day}, the people below are decided anew and the community calls each of them that day.', change: 'Change the draft',
    person: 'Person', now: 'Now', then: 'Then', effect: 'Change', until: 'until {day}', over: 'no longer managed', more: 'The first {n} only; filter by change to see the others.', publish: 'Publish', supersedes: 'Once published, {order} ends on {day}.', all: 'All who change', back: 'Back to the draft',
    undecided: 'Some cases are not decided yet. Complete the draft first.', attachedAt: '{name} {at}',
  },
  why: {
    title: 'Why this measure', print: 'Print', told: 'What was recorded', record: 'the record', toldBy: '{channel}, recorded by {name} {at}', cameFrom: 'Arrived on {day} from {origin}', purpose: 'Purpose: {purpose}', health: '{t} ℃', noReading: 'no reading', well: 'no symptoms', exposed: 'last exposed on {day}, {contact}',
    classed: 'Which class', classBy: { codes: 'the place of origin is named in this class', risk: 'the place of origin was a {level} area then', relation: 'by how the place of origin relates to this one', together: 'lives with {name}, managed together', none: 'classed by the order' },
    held: 'Which order holds', issued: '{issuer}, {order} “{title}”, edition {n}, since {day}, for {area}', othersTitle: 'Not chosen:', rule: 'What the order says', ruleNo: 'Rule {n} is the first that fits{skipped}', skipped: ' (the {n} before it do not)', quote: 'In its own words',
    counted: 'Until when', anchor: 'Counted from the {anchor} ({day}); {counting}', stage: '{from} to {to}: {measure}, {days} days', since: 'Changed since', now: 'Now', dayOf: '{measure}, day {n} of {total}, until 24:00 on {day}', closed: '{state}', missing: 'Release still needs: {what}', confirm: 'released by {roles}',
    nobody: 'No arrival is on record and nothing is managed.', notManaged: 'Recorded; the order asks for no measure.', objection: 'Not right? Tell the community or {issuer}: what was recorded can be corrected and is then decided anew.', open: 'Why this measure', attachment: 'The order’s files', asOf: 'as of {at}',
  },
}
