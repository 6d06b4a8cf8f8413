import type { Role } from '../modules/accounts/rules.ts'

/** One login per role; the password is the same for all and said on the sign-in page, since everything here is invented. */
export const DEMO_PASSWORD = 'Wangge-2026'

export type DemoPlaceName = 'district' | 'subdistrict' | 'community' | 'grid'

export interface DemoStaff { login: string; name: string; role: Role; at: DemoPlaceName; officePhone?: string }

export const demoStaff: readonly DemoStaff[] = [
  { login: 'worker', name: '刘玉梅', role: 'communityWorker', at: 'community', officePhone: '0876-1990001' },
  { login: 'grid', name: '陆小军', role: 'gridWorker', at: 'grid', officePhone: '0876-1990002' },
  { login: 'doctor', name: '韦秀兰', role: 'healthCentreDoctor', at: 'subdistrict', officePhone: '0876-1990003' },
  { login: 'property', name: '杨建国', role: 'propertyStaff', at: 'community' },
  { login: 'gate', name: '田勇', role: 'gatekeeper', at: 'community' },
  { login: 'subdistrict', name: '龙志强', role: 'subdistrictOfficer', at: 'subdistrict', officePhone: '0876-1990010' },
  { login: 'district', name: '何明', role: 'districtCommand', at: 'district', officePhone: '0876-1990020' },
  { login: 'cdc', name: '沈静', role: 'cdc', at: 'district', officePhone: '0876-1990030' },
  { login: 'bureau', name: '郭海燕', role: 'healthBureau', at: 'district', officePhone: '0876-1990040' },
  { login: 'system', name: '系统管理员', role: 'systemAdmin', at: 'district' },
  { login: 'security', name: '安全管理员', role: 'securityAdmin', at: 'district' },
  { login: 'auditor', name: '审计员', role: 'auditor', at: 'district' },
]
