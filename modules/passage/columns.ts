import { columnsOf, exactly } from '../../kernel/columns.ts'
import { passageApi } from './contract.ts'
import { whoPassed } from './rules.ts'

/** Columns of the module's lists; the record of residents going in and out (form 8). */
export const columns = {
  listPassages: columnsOf(passageApi.listPassages, 'passage.page.title', {
    time: { title: 'passage.columns.time', value: (p) => exactly(p.at), with: [{ title: 'passage.columns.gate', value: (p) => `${p.areaName}${p.gateName}` }] },
    who: {
      title: 'passage.columns.who', value: (p, say) => whoPassed(say, p),
      with: [{ title: 'passage.columns.door', value: (p) => p.address }, { title: 'passage.columns.plate', value: (p) => p.plate }, { title: 'passage.columns.pass', value: (p) => p.passNo }],
    },
    way: { title: 'passage.columns.way', value: (p, say) => say(`passage.directions.${p.direction}`), with: [{ title: 'passage.columns.purpose', value: (p, say) => (p.emergency ? say(`passage.emergencies.${p.emergency}`) : p.purpose ? say(`passage.purposes.${p.purpose}`) : '') }] },
    temperature: { title: 'passage.columns.temperature', value: (p) => p.temperature?.toFixed(1), with: [{ title: 'passage.columns.code', value: (p, say) => (p.code ? say(`passage.codes.${p.code}`) : '') }] },
    result: { title: 'passage.columns.result', value: (p, say) => say(`passage.outcomes.${p.outcome}`), with: [{ title: 'passage.columns.identity', value: (p, say) => say(`passage.identities.${p.identity}`) }, { title: 'passage.columns.order', value: (p) => p.orderNo }] },
    keeper: { title: 'passage.columns.keeper', value: (p) => p.keeperName },
    arrived: { title: 'passage.columns.arrived', value: (p) => exactly(p.receivedAt), hidden: true },
    note: { title: 'passage.columns.note', value: (p) => p.note, hidden: true },
  }, (p) => p.personId ?? p.householdId ?? p.eventId),
  listSamePlace: columnsOf(passageApi.listSamePlace, 'passage.samePlace.title', {
    who: {
      title: 'passage.columns.who', value: (p) => p.who || p.plate,
      with: [{ title: 'passage.columns.door', value: (p) => p.beside }, { title: 'passage.columns.plate', value: (p) => p.plate }, { title: 'passage.samePlace.columns.kind', value: (p, say) => say(`passage.subjects.${p.subject}`) }],
    },
    apart: { title: 'passage.samePlace.columns.apart', value: (p) => Math.ceil(p.apart / 60) },
    times: { title: 'passage.samePlace.columns.times', value: (p) => p.times },
    where: { title: 'passage.samePlace.columns.where', value: (p) => `${p.areaName}${p.placeName}`, with: [{ title: 'passage.samePlace.columns.place', value: (p, say) => say(`passage.samePlace.at.${p.at}`) }] },
    when: { title: 'passage.samePlace.columns.theirs', value: (p) => exactly(p.theirAt), with: [{ title: 'passage.samePlace.columns.own', value: (p) => exactly(p.ownAt) }] },
  }, (p) => p.personId ?? p.householdId ?? p.eventId ?? p.key),
  listGates: columnsOf(passageApi.listGates, 'passage.gates.title', {
    gate: { title: 'passage.gates.columns.gate', value: (g) => `${g.areaName}${g.name}`, with: [{ title: 'passage.gates.columns.kind', value: (g, say) => say(`passage.gateKinds.${g.kind}`) }, { title: 'passage.gates.columns.ways', value: (g, say) => say(`passage.waysOf.${g.ways}`) }] },
    post: { title: 'passage.gates.columns.post', value: (g, say) => (g.manned ? g.onPost : say('passage.gates.unmanned')), with: [{ title: 'passage.gates.columns.rostered', value: (g) => g.rostered }, { title: 'passage.gates.columns.empty', value: (g) => exactly(g.emptySince) }] },
    hours: { title: 'passage.gates.columns.hours', value: (g, say) => (g.opensAt && g.closesAt ? `${g.opensAt}–${g.closesAt}` : say('passage.gates.allDay')), with: [{ title: 'passage.gates.columns.state', value: (g, say) => say(`passage.state.${g.state}`) }, { title: 'passage.columns.order', value: (g) => g.closedBy }] },
    today: { title: 'passage.gates.columns.in', value: (g) => g.inToday, with: [{ title: 'passage.gates.columns.out', value: (g) => g.outToday }, { title: 'passage.gates.columns.stopped', value: (g) => g.stoppedToday }] },
    shifts: { title: 'passage.gates.columns.shifts', value: (g) => (g.manned ? g.shiftStarts.join('、') : ''), hidden: true },
    note: { title: 'passage.columns.note', value: (g) => g.note, hidden: true },
  }),
  listPatterns: columnsOf(passageApi.listPatterns, 'passage.patterns.title', {
    kind: { title: 'passage.patterns.columns.kind', value: (p, say) => say(`passage.patterns.kinds.${p.kind}`), with: [{ title: 'passage.columns.time', value: (p) => exactly(p.at) }, { title: 'passage.columns.gate', value: (p) => p.gateName }] },
    who: {
      title: 'passage.columns.who', value: (p) => p.who,
      with: [{ title: 'passage.columns.door', value: (p) => p.address }, { title: 'passage.columns.plate', value: (p) => p.plate }, { title: 'passage.columns.pass', value: (p) => p.passNo }],
    },
    found: { title: 'passage.patterns.columns.found', value: (p) => exactly(p.foundAt) },
    settled: { title: 'passage.patterns.columns.settled', value: (p) => exactly(p.settledAt), with: [{ title: 'passage.patterns.note', value: (p) => p.settleNote }, { title: 'passage.patterns.columns.settler', value: (p) => p.settlerName }] },
  }, (p) => p.householdId ?? p.patternId),
  listPresent: columnsOf(passageApi.listPresent, 'passage.present.title', {
    who: { title: 'passage.present.columns.who', value: (p) => p.who, with: [{ title: 'passage.present.columns.persons', value: (p) => p.persons }, { title: 'passage.present.columns.subject', value: (p, say) => say(`passage.subjects.${p.subject}`) }, { title: 'passage.present.columns.door', value: (p) => p.address }] },
    since: { title: 'passage.present.columns.since', value: (p) => exactly(p.since), with: [{ title: 'passage.columns.gate', value: (p) => p.gateName }, { title: 'passage.present.columns.late', value: (p, say) => (p.late ? say('passage.present.late') : '') }] },
    purpose: { title: 'passage.present.columns.purpose', value: (p, say) => (p.purpose ? say(`passage.purposes.${p.purpose}`) : '') },
  }, (p) => p.householdId ?? p.eventId),
}
