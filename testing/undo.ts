import type { accessApi } from '../modules/access/contract.ts'
import type { accountsApi } from '../modules/accounts/contract.ts'
import type { auditApi } from '../modules/audit/contract.ts'
import type { careApi } from '../modules/care/contract.ts'
import type { dashboardApi } from '../modules/dashboard/contract.ts'
import type { documentsApi } from '../modules/documents/contract.ts'
import type { dutyApi } from '../modules/duty/contract.ts'
import type { exitsApi } from '../modules/exits/contract.ts'
import type { exportsApi } from '../modules/exports/contract.ts'
import type { fieldApi } from '../modules/field/contract.ts'
import type { formsApi } from '../modules/forms/contract.ts'
import type { leadsApi } from '../modules/leads/contract.ts'
import type { linksApi } from '../modules/links/contract.ts'
import type { listsApi } from '../modules/lists/contract.ts'
import type { certificatesApi } from '../modules/certificates/contract.ts'
import type { mattersApi } from '../modules/matters/contract.ts'
import type { passageApi } from '../modules/passage/contract.ts'
import type { passesApi } from '../modules/passes/contract.ts'
import type { peopleApi } from '../modules/people/contract.ts'
import type { policiesApi } from '../modules/policies/contract.ts'
import type { privacyApi } from '../modules/privacy/contract.ts'
import type { pushedlistsApi } from '../modules/pushedlists/contract.ts'
import type { quarantineApi } from '../modules/quarantine/contract.ts'
import type { reasonsApi } from '../modules/reasons/contract.ts'
import type { reportingApi } from '../modules/reporting/contract.ts'
import type { resumptionApi } from '../modules/resumption/contract.ts'
import type { rosterApi } from '../modules/roster/contract.ts'
import type { screeningApi } from '../modules/screening/contract.ts'
import type { settingsApi } from '../modules/settings/contract.ts'
import type { territoryApi } from '../modules/territory/contract.ts'
import type { todayApi } from '../modules/today/contract.ts'
import type { venuesApi } from '../modules/venues/contract.ts'
import type { zonesApi } from '../modules/zones/contract.ts'

/** Every api by the name of its module; undo.test.ts holds that none of server/modules.ts is missing. */
interface Apis {
  access: typeof accessApi; care: typeof careApi
  settings: typeof settingsApi; territory: typeof territoryApi; accounts: typeof accountsApi; exports: typeof exportsApi; lists: typeof listsApi; people: typeof peopleApi
  audit: typeof auditApi; roster: typeof rosterApi; policies: typeof policiesApi; links: typeof linksApi; leads: typeof leadsApi; quarantine: typeof quarantineApi
  screening: typeof screeningApi; reasons: typeof reasonsApi; pushedlists: typeof pushedlistsApi; privacy: typeof privacyApi; reporting: typeof reportingApi; duty: typeof dutyApi
  resumption: typeof resumptionApi; documents: typeof documentsApi; forms: typeof formsApi; zones: typeof zonesApi; matters: typeof mattersApi; certificates: typeof certificatesApi; field: typeof fieldApi; passes: typeof passesApi; exits: typeof exitsApi; venues: typeof venuesApi; passage: typeof passageApi; today: typeof todayApi; dashboard: typeof dashboardApi
}
type CommandsOf<A> = { [K in keyof A]: A[K] extends { kind: 'command' } ? K : never }[keyof A] & string
export type CommandName = { [M in keyof Apis]: `${M}.${CommandsOf<Apis[M]>}` }[keyof Apis]

/**
 * How a command is taken back (撤销): by another command, which `by` the same person may call; or
 * `again`: recorded anew, the former value stays in the history · `superseded`: a new edition or version takes its place ·
 * `own`: touches only the caller's own session or view · `never`: and why not.
 */
export type Undo = CommandName | 'again' | 'superseded' | 'own' | `never: ${string}`

/** Undone by somebody else than whoever slipped, and why that is right. */
export const byOthers: Partial<Readonly<Record<CommandName, string>>> = {
  'accounts.enrolFactor': 'whoever could switch it off with the password alone would have no second factor',
  'accounts.confirmFactor': 'as enrolFactor',
  'screening.recordScreening': 'what was said at the gate or on the stairs stands until the community has looked at it',
  'pushedlists.assignRows': 'the community that got a row by mistake hands it on; the sender assigns what comes back',
  'reporting.answerReturn': 'the office above has read it; it asks once more',
  'privacy.approveEvent': 'the office that asked for the approval holds the event; whoever approved tells it',
}

export const undo: Readonly<Record<CommandName, Undo>> = {
  'settings.changeSetting': 'again',

  'access.accessToPerson': 'own',

  'accounts.askAccountChange': 'accounts.withdrawAccountRequest',
  'accounts.decideAccountRequest': 'never: what was decided was done to the account itself, and is taken back there: reinstated, or its end set anew',
  'accounts.withdrawAccountRequest': 'accounts.askAccountChange',
  'duty.confirmDutySheet': 'duty.undoDutySheet',
  'duty.readDutySheet': 'own',
  'duty.undoDutySheet': 'duty.readDutySheet',
  'screening.clarify': 'screening.takeBackClarified',
  'screening.takeBackClarified': 'screening.clarify',

  'territory.createArea': 'territory.closeArea',
  'territory.renameArea': 'again',
  'territory.setAreaDetails': 'again',
  'territory.moveArea': 'territory.moveArea',
  'territory.mergeAreas': 'never: households of both stand under one area afterwards; the merged one can be reopened empty and people moved by hand',
  'territory.closeArea': 'territory.reopenArea',
  'territory.reopenArea': 'territory.closeArea',
  'territory.setGridHouseholds': 'again',

  'accounts.enrolFactor': 'accounts.resetFactor',
  'accounts.confirmFactor': 'accounts.resetFactor',
  'accounts.passFactor': 'own',
  'accounts.resetFactor': 'accounts.enrolFactor',
  'accounts.importAccounts': 'accounts.suspendAccount',
  'accounts.setExpiry': 'again',
  'accounts.decideRoleRequests': 'accounts.withdrawRole',
  'accounts.setLeave': 'accounts.endLeave',
  'accounts.endLeave': 'accounts.setLeave',
  'accounts.signIn': 'own',
  'accounts.signOut': 'own',
  'accounts.changePassword': 'own',
  'accounts.revokeSession': 'own',
  'accounts.createAccount': 'accounts.suspendAccount',
  'accounts.suspendAccount': 'accounts.reopenAccount',
  'accounts.reopenAccount': 'accounts.suspendAccount',
  'accounts.resetPassword': 'never: the former password is kept nowhere; another one is set',
  'accounts.unlockAccount': 'accounts.suspendAccount',
  'accounts.grantRole': 'accounts.withdrawRole',
  'accounts.withdrawRole': 'accounts.grantRole',

  'exports.approveExport': 'exports.takeBackDecision',
  'exports.refuseExport': 'exports.takeBackDecision',
  'exports.takeBackDecision': 'exports.approveExport',
  'exports.withdrawExport': 'again',

  'lists.saveView': 'lists.removeView',
  'lists.removeView': 'lists.saveView',
  'lists.openWith': 'own',

  'people.registerPerson': 'people.movePersonOut',
  'people.editPerson': 'again',
  'people.movePersonOut': 'people.bringPersonBack',
  'people.bringPersonBack': 'people.movePersonOut',
  'people.movePerson': 'people.movePerson',
  'people.setHouseholder': 'again',
  'people.recordHouseholdVisit': 'people.takeBackHouseholdVisit',
  'people.takeBackHouseholdVisit': 'people.recordHouseholdVisit',
  'people.completeBaseData': 'people.takeBackBaseData',
  'people.takeBackBaseData': 'people.completeBaseData',
  'people.mergePeople': 'people.unmergePeople',
  'people.unmergePeople': 'people.mergePeople',
  'people.decideDouble': 'people.decideDouble',
  'people.registerVehicle': 'people.removeVehicle',
  'people.removeVehicle': 'people.registerVehicle',
  'people.revealPerson': 'never: what was seen was seen; the trail keeps by whom and why',

  'audit.traceAccess': 'never: a look at the trail is itself in the trail',
  'audit.verifyChain': 'own',

  'roster.uploadImport': 'again',
  'roster.setImportMapping': 'again',
  'roster.checkImport': 'again',
  'roster.runImport': 'roster.undoImport',
  'roster.answerImportMatches': 'roster.undoImport',
  'roster.undoImport': 'again',

  'policies.createDraft': 'policies.withdrawDraft',
  'policies.editDraft': 'superseded',
  'policies.withdrawDraft': 'policies.createDraft',
  'policies.publishPolicy': 'superseded',
  'policies.attachOrder': 'policies.removeAttachment',
  'policies.removeAttachment': 'policies.attachOrder',

  'links.createDeclarationLink': 'links.revokeLink',
  'links.revokeLink': 'never: a code that was switched off opens nothing any more, on whatever wall it hangs; a new one is made',
  'links.renewPersonalLink': 'superseded',

  'leads.seeLead': 'never: an office’s first look is a fact with its minute',
  'leads.receiveLead': 'leads.handBackLead',
  'leads.handBackLead': 'leads.receiveLead',
  'leads.noteLead': 'again',
  'leads.referLead': 'never: an ambulance is under way; what was written wrong is put right by a further note',
  'leads.confirmArrival': 'never: the hospital has taken the person in; what was written wrong is put right by a further note',
  'leads.closeLead': 'leads.reopenLead',
  'leads.reopenLead': 'leads.closeLead',

  'quarantine.changeMeasure': 'again',
  'quarantine.recordExposure': 'never: a contact judged by the medical side extends and never shortens; only an order ends it earlier (releaseEarly)',
  'quarantine.assignRoom': 'again',
  'quarantine.assignStaff': 'again',
  'quarantine.moveOut': 'never: the place that manages them now has been told; back here they are registered as an arrival',
  'quarantine.sendToHospital': 'never: the hospital has been told; back from there they are registered as an arrival',
  'quarantine.cancelEpisode': 'again',
  'quarantine.recordCheck': 'quarantine.undoCheck',
  'quarantine.undoCheck': 'quarantine.recordCheck',
  'quarantine.recordChecks': 'quarantine.undoCheck',
  'quarantine.pasteChecks': 'quarantine.undoPaste',
  'quarantine.undoPaste': 'quarantine.pasteChecks',
  'quarantine.recordCall': 'quarantine.undoCall',
  'quarantine.undoCall': 'quarantine.recordCall',
  'quarantine.reportOwnCheck': 'again',
  'quarantine.recordVisit': 'quarantine.undoVisit',
  'quarantine.undoVisit': 'quarantine.recordVisit',
  'quarantine.recordVisits': 'quarantine.undoVisit',
  'quarantine.explainGap': 'quarantine.undoGap',
  'quarantine.undoGap': 'quarantine.explainGap',
  'quarantine.recordTest': 'again',
  'quarantine.releaseEpisode': 'quarantine.undoRelease',
  'quarantine.releaseMany': 'quarantine.undoRelease',
  'quarantine.releaseEarly': 'quarantine.undoRelease',
  'quarantine.undoRelease': 'quarantine.releaseEpisode',
  'quarantine.remindMany': 'never: the reminder stands on the residents’ pages already; it asks for nothing that was not owed',
  'quarantine.createSite': 'quarantine.updateSite',
  'quarantine.updateSite': 'quarantine.updateSite',
  'quarantine.addRooms': 'never: a room nobody is put into does no harm; the site is closed as a whole (updateSite)',

  'screening.recordScreening': 'screening.dismissScreening',
  'screening.declare': 'again',
  'screening.reportTip': 'never: who said it is not known, so nobody can say it was not they; the community answers that there is nobody',
  'screening.revealTip': 'never: what was seen was seen; the trail keeps by whom and why',
  'screening.verifyScreening': 'screening.undoVerification',
  'screening.dismissScreening': 'screening.undoVerification',
  'screening.handOver': 'screening.undoVerification',
  'screening.undoVerification': 'screening.verifyScreening',

  'pushedlists.uploadList': 'again',
  'pushedlists.openList': 'pushedlists.undoList',
  'pushedlists.assignRows': 'pushedlists.handOverRow',
  'pushedlists.answerRow': 'pushedlists.undoAnswer',
  'pushedlists.acceptProposals': 'pushedlists.undoAnswer',
  'pushedlists.undoAnswer': 'pushedlists.answerRow',
  'pushedlists.handOverRow': 'pushedlists.handOverRow',
  'pushedlists.undoList': 'again',

  'privacy.askMine': 'privacy.withdrawMine',
  'privacy.withdrawMine': 'privacy.askMine',
  'privacy.askFor': 'privacy.answerRequest',
  'privacy.answerRequest': 'privacy.reopenRequest',
  'privacy.reopenRequest': 'privacy.answerRequest',
  'privacy.openEvent': 'never: a proclaimed event is public; it ends by the steps of its closing',
  'privacy.stopCollecting': 'privacy.resumeCollecting',
  'privacy.resumeCollecting': 'privacy.stopCollecting',
  'privacy.freezeEvent': 'privacy.unfreezeEvent',
  'privacy.unfreezeEvent': 'privacy.freezeEvent',
  'privacy.reviewEvent': 'again',
  'privacy.approveEvent': 'privacy.unfreezeEvent',
  'privacy.destroyEvent': 'never: what is destroyed is destroyed; two offices have agreed and a certificate says so',
  'privacy.setRetention': 'again',
  'privacy.destroyExpired': 'never: what is destroyed is destroyed; a dry run has counted it before',

  'reporting.sendDailyReport': 'reporting.correctDailyReport',
  'reporting.correctDailyReport': 'again',
  'reporting.addUpAgain': 'reporting.correctDailyReport',
  'reporting.returnDailyReport': 'reporting.withdrawReturn',
  'reporting.withdrawReturn': 'reporting.returnDailyReport',
  'reporting.answerReturn': 'reporting.returnDailyReport',

  'duty.assignDuty': 'duty.undoDuty',
  'duty.changeDuty': 'duty.undoDuty',
  'duty.endDuty': 'duty.undoDuty',
  'duty.undoDuty': 'duty.assignDuty',
  'duty.setDutyStandard': 'again',
  'duty.saveDutyBoard': 'again',

  'forms.uploadForm': 'forms.stopForm',
  'forms.setFormHeading': 'again',
  'forms.setFormColumns': 'again',
  'forms.setFormWho': 'again',
  'forms.setFormFacts': 'again',
  'forms.fillForm': 'forms.undoFilling',
  'forms.undoFilling': 'forms.redoFilling',
  'forms.redoFilling': 'forms.undoFilling',
  'forms.admitForm': 'forms.withdrawAdmission',
  'forms.declineForm': 'forms.withdrawAdmission',
  'forms.withdrawAdmission': 'forms.admitForm',
  'forms.stopForm': 'forms.resumeForm',
  'forms.resumeForm': 'forms.stopForm',

  'documents.uploadTemplate': 'documents.useTemplate',
  'documents.useTemplate': 'documents.useTemplate',
  'documents.issueDocuments': 'documents.withdrawNotice',
  'documents.withdrawNotice': 'never: whoever scans the code has been told that it is void; it is issued anew under another number',
  'documents.issueWorkReport': 'superseded',
  'documents.declareFigures': 'again',

  'exits.revealEmergency': 'never: what was seen was seen; the trail keeps by whom and why',
  'exits.applyForExit': 'exits.withdrawExit',
  'exits.applyForMany': 'exits.withdrawExits',
  'exits.importExits': 'exits.withdrawExits',
  'exits.withdrawExits': 'exits.reviveExit',
  'exits.allowExit': 'exits.reopenExit',
  'exits.nameExitEscort': 'again',
  'exits.refuseExit': 'exits.reopenExit',
  'exits.withdrawExit': 'exits.reviveExit',
  'exits.reviveExit': 'exits.withdrawExit',
  'exits.reopenExit': 'exits.allowExit',
  'exits.certifyExit': 'exits.undoCertificates',
  'exits.certifyMany': 'exits.undoCertificates',
  'exits.undoCertificates': 'exits.certifyMany',
  'exits.goOut': 'exits.undoTrip',
  'exits.comeBack': 'exits.undoTrip',
  'exits.noteNotBack': 'exits.undoTrip',
  'exits.undoTrip': 'exits.goOut',
  'exits.askToGoOut': 'exits.withdrawOwnExit',
  'exits.withdrawOwnExit': 'exits.askToGoOut',
  'exits.reportOwnTrip': 'never: the community puts right what a resident reported by mistake',
  'exits.createTransport': 'exits.cancelTransport',
  'exits.editTransport': 'again',
  'exits.cancelTransport': 'exits.reviveTransport',
  'exits.reviveTransport': 'exits.cancelTransport',
  'exits.assignSeats': 'exits.releaseSeats',
  'exits.releaseSeats': 'exits.retakeSeats',
  'exits.retakeSeats': 'exits.releaseSeats',
  'exits.boardMany': 'exits.undoBoarding',
  'exits.moveSeat': 'exits.moveSeat',
  'exits.boardPassenger': 'exits.undoBoarding',
  'exits.undoBoarding': 'exits.boardPassenger',
  'exits.handOver': 'exits.undoHandOver',
  'exits.undoHandOver': 'exits.handOver',

  'resumption.registerBusiness': 'resumption.removeBusinesses',
  'resumption.editBusiness': 'again',
  'resumption.removeBusinesses': 'resumption.registerBusiness',
  'resumption.importBusinesses': 'resumption.removeBusinesses',
  'resumption.applyToResume': 'resumption.undoBusinessStep',
  'resumption.withdrawApplication': 'resumption.undoBusinessStep',
  'resumption.checkReadiness': 'resumption.undoBusinessStep',
  'resumption.nameReason': 'resumption.undoBusinessStep',
  'resumption.suspendBusiness': 'resumption.undoBusinessStep',
  'resumption.closeBusiness': 'resumption.undoBusinessStep',
  'resumption.reopenBusiness': 'resumption.undoBusinessStep',
  'resumption.undoBusinessStep': 'resumption.checkReadiness',
  'resumption.askToResume': 'never: the community looks at it and puts right what an owner sent by mistake',
  'resumption.revealBusinessPhone': 'never: what was seen was seen; the trail keeps why',

  'venues.createVenue': 'venues.closeVenue',
  'venues.editVenue': 'again',
  'venues.closeVenue': 'venues.reopenVenue',
  'venues.reopenVenue': 'venues.closeVenue',
  'venues.countIn': 'venues.countOut',
  'venues.countOut': 'venues.countIn',
  'venues.recordDisinfection': 'venues.undoDisinfection',
  'venues.undoDisinfection': 'venues.recordDisinfection',
  'venues.takeBackVisit': 'venues.restoreVisit',
  'venues.restoreVisit': 'venues.takeBackVisit',
  'venues.revealVisitor': 'never: what was seen was seen; the trail keeps why',
  'venues.checkIn': 'venues.checkOut',
  'venues.checkOut': 'venues.checkIn',

  'zones.setZone': 'zones.undoZone',
  'zones.undoZone': 'zones.setZone',
  'zones.addZoneItem': 'zones.skipZoneItem',
  'zones.assignZoneItem': 'again',
  'zones.finishZoneItem': 'zones.reopenZoneItem',
  'zones.skipZoneItem': 'zones.reopenZoneItem',
  'zones.reopenZoneItem': 'zones.finishZoneItem',
  'passes.addPassPhoto': 'passes.removePassPhoto',
  'passes.removePassPhoto': 'passes.addPassPhoto',
  'zones.addZonePhoto': 'zones.removeZonePhoto',
  'zones.removeZonePhoto': 'zones.addZonePhoto',
  'zones.saveZoneChecklist': 'zones.useZoneChecklist',
  'zones.useZoneChecklist': 'zones.useZoneChecklist',

  'certificates.saveCertificateItem': 'again',
  'certificates.stopCertificateItem': 'certificates.saveCertificateItem',
  'certificates.askForCertificate': 'certificates.takeBackCertificate',
  'certificates.referElsewhere': 'certificates.takeBackCertificate',
  'certificates.takeBackCertificate': 'certificates.askForCertificate',
  'certificates.approveCertificate': 'certificates.voidCertificate',
  'certificates.refuseCertificate': 'never: it was refused with a reason and has no number; whoever took it asks again',
  'certificates.voidCertificate': 'never: a number that was void once may be on paper; another is issued',
  'matters.registerMatter': 'matters.withdrawMatter',
  'matters.callerPhone': 'never: what was read was read; the trail keeps it',
  'matters.takeMatter': 'matters.undoMatterStep',
  'matters.contactMatter': 'matters.undoMatterStep',
  'matters.assignMatter': 'matters.undoMatterStep',
  'matters.objectMatter': 'matters.undoMatterStep',
  'matters.extendMatter': 'matters.undoMatterStep',
  'matters.whistleMatter': 'matters.undoMatterStep',
  'matters.handBackMatter': 'matters.undoMatterStep',
  'matters.finishMatter': 'matters.undoMatterStep',
  'matters.callBackMatter': 'matters.undoMatterStep',
  'matters.withdrawMatter': 'matters.undoMatterStep',
  'matters.askExclusion': 'matters.undoMatterStep',
  'matters.ruleExclusion': 'matters.undoMatterStep',
  'matters.undoMatterStep': 'again',
  'matters.reportMatter': 'never: whoever reported by mistake rings the community, which withdraws it; no stranger can take away what somebody else is working on',
  'matters.addOwnPhoto': 'never: as reportMatter; the community removes a wrong photo',
  'matters.addMatterPhoto': 'matters.removeMatterPhoto',
  'matters.removeMatterPhoto': 'matters.addMatterPhoto',

  'care.recordCareVisit': 'care.undoCareVisit',
  'care.undoCareVisit': 'care.recordCareVisit',
  'care.setCareRhythm': 'again',
  'care.declineCare': 'care.resumeCare',
  'care.resumeCare': 'care.declineCare',
  'care.nameAnswerer': 'care.dropAnswerer',
  'care.dropAnswerer': 'care.nameAnswerer',
  'care.nameContact': 'again',
  'care.revealCarePhone': 'never: what was seen was seen; the trail keeps why',
  'care.setCareRhythms': 'again',
  'care.coverHome': 'care.undoCover',
  'care.undoCover': 'care.coverHome',

  'field.openDevice': 'field.wipeDevice',
  'field.contact': 'own',
  'field.deliver': 'never: what somebody recorded is kept; whoever takes it over decides what becomes of it',
  'field.acceptParcel': 'never: what it wrote is taken back on its own card by the command that fits; who took it over stays on record',
  'field.fileParcel': 'field.reopenParcel',
  'field.reopenParcel': 'field.fileParcel',
  'field.wipeDevice': 'field.keepDevice',
  'field.keepDevice': 'field.wipeDevice',


  'passage.createGate': 'passage.removeGate',
  'passage.editGate': 'again',
  'passage.closeGate': 'passage.reopenGate',
  'passage.reopenGate': 'passage.closeGate',
  'passage.removeGate': 'passage.restoreGate',
  'passage.restoreGate': 'passage.removeGate',
  'passage.setShift': 'again',
  'passage.copyShifts': 'passage.undoCopyShifts',
  'passage.undoCopyShifts': 'passage.copyShifts',
  'passage.signOn': 'passage.undoSignOn',
  'passage.undoSignOn': 'passage.signOn',
  'passage.handOver': 'again',
  'passage.recordPassages': 'passage.takeBackPassage',
  'passage.scanPassage': 'passage.takeBackPassage',
  'passage.recordPassage': 'passage.takeBackPassage',
  'passage.takeBackPassage': 'never: the row stays and says that it was a slip; somebody who did pass is recorded anew',
  'passage.settlePassage': 'passage.unsettlePassage',
  'passage.unsettlePassage': 'passage.settlePassage',
  'passage.settlePattern': 'passage.unsettlePattern',
  'passage.unsettlePattern': 'passage.settlePattern',
  'passes.issueHousehold': 'passes.revokePass',
  'passes.issuePerson': 'passes.revokePass',
  'passes.issueVehicle': 'passes.revokePass',
  'passes.issueMany': 'passes.undoBatch',
  'passes.resumeBatch': 'passes.undoBatch',
  'passes.undoBatch': 'passes.issueMany',
  'passes.reprintPass': 'never: the new code may be out on paper already, and two good ones of one pass would be worse than a paper to print again',
  'passes.renewPass': 'again',
  'passes.revokePass': 'passes.reinstatePass',
  'passes.reinstatePass': 'passes.revokePass',
  'passes.recheckVehicle': 'passes.undoRecheck',
  'passes.undoRecheck': 'passes.recheckVehicle',
  'passes.announceVisitor': 'passes.declineVisitor',
  'passes.confirmVisitor': 'passes.reopenVisitor',
  'passes.declineVisitor': 'passes.reopenVisitor',
  'passes.arriveVisitor': 'passes.reopenVisitor',
  'passes.reopenVisitor': 'passes.confirmVisitor',
  'passes.householdLink': 'links.revokeLink',
  'passes.announceMine': 'passes.withdrawMine',
  'passes.answerMine': 'again',
  'passes.withdrawMine': 'passes.announceMine',

  'dashboard.uploadOutlines': 'again',
  'dashboard.matchOutlines': 'again',
  'dashboard.assignOutline': 'again',
  'dashboard.applyOutlines': 'dashboard.undoOutlines',
  'dashboard.undoOutlines': 'again',
}
