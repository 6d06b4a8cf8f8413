import { columnsOf, exactly } from '../../kernel/columns.ts'
import { screeningApi } from './contract.ts'

const title = (name: string) => `screening.list.${name}`

/** Columns of the module's lists. */
export const columns = {
  listScreenings: columnsOf(screeningApi.listScreenings, 'screening.title', {
    person: {
      title: title('person'), value: (s) => s.name,
      with: [{ title: 'people.list.phone', value: (s) => s.phoneMasked }, { title: 'people.list.door', value: (s) => `${s.areaName}${s.address ?? ''}` }],
    },
    from: { title: title('from'), value: (s) => s.originName, with: [{ title: title('arrivedOn'), value: (s) => s.arrivedOn }] },
    health: {
      title: title('health'), value: (s, say) => s.symptoms.map((one) => say(`policies.symptoms.${one}`)).join('、'),
      with: [{ title: title('temperature'), value: (s) => (s.temperature === null || s.deviceError ? '' : s.temperature.toFixed(1)) }],
    },
    result: {
      title: title('result'), value: (s, say) => say(`screening.states.${s.state}`),
      with: [{ title: title('measure'), value: (s, say) => (s.measure ? say(`quarantine.measures.${s.measure}`) : '') }, { title: title('verifyUntil'), value: (s) => exactly(s.verifyBy) }],
    },
    reported: {
      title: title('reported'), value: (s) => exactly(s.reportedAt),
      with: [{ title: title('channel'), value: (s, say) => say(`screening.channels.${s.channel}`) }, { title: title('reporter'), value: (s) => s.reporterName }],
    },
    receipt: { title: title('receipt'), value: (s) => s.receiptNo, hidden: true },
    purpose: { title: title('purpose'), value: (s, say) => (s.purpose ? say(`screening.purposes.${s.purpose}`) : ''), hidden: true },
  }, (s) => s.personId ?? s.screeningId),
  listUnclear: columnsOf(screeningApi.listUnclear, 'screening.ten.list', {
    person: {
      title: title('person'), value: (s) => s.name,
      with: [{ title: 'people.list.phone', value: (s) => s.phoneMasked }, { title: 'people.list.door', value: (s) => `${s.areaName}${s.address ?? ''}` }],
    },
    from: { title: title('from'), value: (s) => s.originName, with: [{ title: title('arrivedOn'), value: (s) => (s.dayTold ? s.arrivedOn : '') }] },
    clear: { title: 'screening.ten.of', value: (s) => `${s.clear}/10` },
    missing: { title: 'screening.ten.missing', value: (s, say) => s.missing.map((one) => say(`screening.ten.fields.${one}`)).join('、') },
    measure: { title: title('measure'), value: (s, say) => (s.measure ? say(`quarantine.measures.${s.measure}`) : say(`screening.states.${s.state}`)) },
    reported: { title: title('reported'), value: (s) => exactly(s.reportedAt), with: [{ title: title('reporter'), value: (s) => s.reporterName }], hidden: true },
    receipt: { title: title('receipt'), value: (s) => s.receiptNo, hidden: true },
  }, (s) => s.personId ?? s.screeningId),
}
