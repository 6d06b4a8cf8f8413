import type { Tables } from '../../kernel/tables.ts'

export const quarantineTables = {
  quarantine_site: { about: '集中隔离点: a hotel or other site', scope: 'area' },
  quarantine_room: { about: '隔离点房间, with its beds', scope: 'area' },
  episode: { about: '管控: one quarantine or observation of one person', scope: 'area' },
  episode_change: { about: '变更: who changed an episode, by what order, why', scope: 'area' },
  check_due: { about: '应测: a check due in a window of a day', scope: 'area' },
  health_check: { about: '测温: a reading; extra ones are kept', scope: 'area' },
  visit: { about: '上门: owed or made, by doctor, worker or property staff', scope: 'area' },
  episode_call: { about: '联系: one call or visit with all it wrote', scope: 'area' },
  episode_test: { about: '核酸: tests the policy asks for', scope: 'area' },
} satisfies Tables
