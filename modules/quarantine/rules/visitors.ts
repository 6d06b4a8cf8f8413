/** Who calls at the door in which role; the offices above call at none. */
export const visitorOf = (role: string): 'doctor' | 'worker' | 'property' | undefined => {
  if (role === 'healthCentreDoctor') return 'doctor'
  if (role === 'propertyStaff') return 'property'
  return role === 'gridWorker' || role === 'communityWorker' ? 'worker' : undefined
}
