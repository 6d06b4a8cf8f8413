import type { Words } from '../../kernel/words.ts'
import type { zh } from './words.zh.ts'

export const en: Words<typeof zh> = {
  errors: {},
  stopped: 'Registering for the epidemic has ended here', stoppedHint: 'Nothing more need be declared. To see, correct or delete what was told before, ask the community. For anything of everyday life, press below.',
  goOut: 'Going out? Ask here', report: 'Report something or ask the community for help', news: 'What the community says', resumeWork: 'A shop or company that wants to open again? Ask here',
  verify: {
    title: 'Check a document', valid: 'This document is valid', invalid: 'This document is no longer valid', validHint: 'Issued by {office}; it is genuine if its number is the one below. Please compare it with the paper.', invalidHint: 'Withdrawn or taken back by {office}; it proves nothing. The bearer should call the community.',
    unknown: 'No such document', unknownHint: 'There is no document with this code. It may not have been issued here, or was scanned wrongly. Please scan once more, or call the community.',
    number: 'Number', kind: 'Kind', office: 'Office', day: 'Day', until: 'Valid until', kinds: { startNotice: 'Notice of quarantine', releaseNotice: 'Notice of release', healthCertificate: 'Health certificate' }, privacy: 'To protect privacy no name and nothing else about the person is shown.',
  },
  poster: {
    title: 'Health declaration code',
    lead: 'Coming or returning to this community? Scan and fill in the health declaration',
    steps: 'Nothing to install, no account. A whole family at once, about two minutes.',
    privacy: 'What you enter is used for epidemic prevention only and seen only by staff of this community and the health services.',
    fever: 'With a fever, a cough or other symptoms: stay where you are and call the community.',
    phone: 'Community office: {phone}',
    noPhone: 'Community office: ____________',
    print: 'Print poster (A4)',
    create: 'Make the code',
    revoke: 'Withdraw',
    renewed: 'Withdrawn. The code on old posters opens nothing any more; please take them down.',
    none: '{area} has no declaration code yet. Once made, print it for gates, stairwells and stations.',
    page: 'Declaration code',
    created: 'Made {time}',
    copy: 'Copy link',
    copied: 'Link copied',
    area: 'Choose an area',
  },
}
